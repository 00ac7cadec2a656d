/** SVG that somebody drew → the same with nothing in it that runs, loads or leads elsewhere. */
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { parseFragment } from 'parse5';

type Nodes = Exclude<Parameters<typeof toHtml>[0], readonly unknown[]>;

/** What draws. Neither pictures in pictures, nor links, nor motion, nor HTML. */
const elements =
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath ' +
  'linearGradient radialGradient stop clipPath mask pattern marker switch style filter feBlend feColorMatrix ' +
  'feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge ' +
  'feMergeNode feMorphology feOffset';

/** The attributes that these are drawn by, as hast calls them. */
const attributes =
  'id className style xmlns viewBox preserveAspectRatio version x y x1 x2 y1 y2 cx cy r rx ry fx fy dx dy d points ' +
  'width height transform rotate pathLength href role ariaLabel lang xmlSpace fill fillOpacity fillRule stroke ' +
  'strokeWidth strokeOpacity strokeLineCap strokeLineJoin strokeMiterLimit strokeDashArray strokeDashOffset opacity ' +
  'color display visibility overflow vectorEffect paintOrder shapeRendering clipPath clipRule clipPathUnits mask ' +
  'maskUnits maskContentUnits filter filterUnits primitiveUnits marker markerStart markerMid markerEnd markerUnits ' +
  'markerWidth markerHeight orient refX refY gradientUnits gradientTransform spreadMethod offset stopColor ' +
  'stopOpacity patternUnits patternContentUnits patternTransform fontFamily fontSize fontStyle fontWeight ' +
  'fontVariant textAnchor textDecoration textLength lengthAdjust startOffset dominantBaseline alignmentBaseline ' +
  'baselineShift letterSpacing wordSpacing writingMode in in2 result mode type values operator k1 k2 k3 k4 ' +
  'stdDeviation floodColor floodOpacity radius slope intercept amplitude exponent tableValues colorInterpolation ' +
  'colorInterpolationFilters mixBlendMode isolation';

const schema: Schema = {
  tagNames: elements.split(' '),
  attributes: { '*': attributes.split(' ') },
  strip: ['script', 'foreignObject', 'foreignobject'],
  clobber: [],
};

/** The deepest nesting of a drawing. */
const deepest = 200;

/** Gives `undefined` for what is no SVG, or none that a person drew. */
export function safeSvg(text: string): string | undefined {
  const start = text.search(/<svg[\s>]/i);
  if (start === -1) return undefined;
  const parsed = parseFragment(text.slice(start));
  if (isDeep(parsed)) return undefined;
  const tree = fromParse5(parsed);
  const svg = 'children' in tree ? tree.children[0] : undefined;
  if (svg?.type !== 'element' || svg.tagName !== 'svg') return undefined;
  clean(svg);
  const drawn = sanitize(svg, schema);
  if (drawn.type !== 'element') return undefined;
  drawn.properties.xmlns = 'http://www.w3.org/2000/svg';
  return toHtml(drawn, { space: 'svg', closeEmptyElements: true });
}

/** Whether a tree is nested so deep that walking it takes more stack than there is. */
function isDeep(tree: object): boolean {
  let level: readonly object[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => ('childNodes' in node ? (node.childNodes as object[]) : []));
  }
  return false;
}

/** Takes off what the list of names lets through and still leads elsewhere. */
function clean(node: Nodes): void {
  if (node.type !== 'element') return;
  const { properties } = node;
  const target = properties.href ?? properties.xLinkHref;
  delete properties.href;
  if (typeof target === 'string' && target.startsWith('#')) properties.href = target;
  for (const [name, value] of Object.entries(properties))
    if (name !== 'href' && leadsElsewhere(String(value))) delete properties[name];
  if (node.tagName === 'style' && leadsElsewhere(textOf(node))) node.children = [];
  for (const child of node.children) clean(child);
}

/** Whether a style may load something: anything but a part of the drawing itself, plainly written. */
function leadsElsewhere(style: string): boolean {
  return /[@\\<]|\/\*|:\s*\/\/|javascript:|data:|(url|src|image|image-set|attr|var|env)\s*\((?!\s*["']?#)/i.test(style);
}

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
