/** The colours that `kairanban.yaml` asks for, as a file. There is none where it asks for none. */
import { currentPortal, shadesOf } from '#core';

export function getStaticPaths() {
  return currentPortal().graph.config.portal.accent === undefined ? [] : [{ params: { file: 'theme.css' } }];
}

export function GET(): Response {
  const { light, dark, lightWash, darkWash } = shadesOf(currentPortal().graph.config.portal.accent as string);
  const css = `html:root{--indigo:light-dark(${light},${dark});--indigo-wash:light-dark(${lightWash},${darkWash})}\n`;
  return new Response(css, { headers: { 'content-type': 'text/css' } });
}
