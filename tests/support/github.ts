/** What GitHub takes of the files that it reads from `.github`. */
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';

export type Workflow = Awaited<ReturnType<typeof convertWorkflowTemplate>>;

/** Reads a workflow with GitHub's own parser: its errors, and what it understood. */
export async function readWorkflow(text: string): Promise<{ errors: string[]; workflow: Workflow | undefined }> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter());
  const workflow = value && (await convertWorkflowTemplate(context, value));
  return { errors: context.errors.getErrors().map(({ message }) => message), workflow };
}

interface FormItem {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly attributes?: { readonly [name: string]: unknown };
  readonly validations?: { readonly [name: string]: unknown };
}

const itemTypes = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];

/**
 * What GitHub would refuse of an issue form, after “Common validation errors when creating issue forms” in its docs.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
 */
export function formErrors(text: string): string[] {
  const errors: string[] = [];
  // It is read as YAML 1.1 there, where `No` is a switch.
  const form = load(text, { schema: YAML11_SCHEMA }) as { readonly [name: string]: unknown };
  if (JSON.stringify(form) !== JSON.stringify(load(text, { schema: CORE_SCHEMA }))) errors.push('reads two ways');
  const known = ['name', 'description', 'body', 'title', 'labels', 'assignees', 'projects', 'type'];
  errors.push(...Object.keys(form).flatMap((key) => (known.includes(key) ? [] : [`${key} is not permitted`])));
  for (const key of ['name', 'description']) if (!isText(form[key])) errors.push(`${key} must be a text`);
  if (!Array.isArray(form.body) || form.body.length === 0) return [...errors, 'body is missing'];
  const items = form.body as readonly FormItem[];
  if (items.every(({ type }) => type === 'markdown')) errors.push('body has only markdown');
  const ids = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (new Set(ids).size < ids.length) errors.push('two items have one id');
  if (ids.some((id) => !/^[\w-]+$/.test(String(id)))) errors.push('an id has odd characters');
  const labels = items.flatMap(({ attributes }) => (attributes?.label === undefined ? [] : [attributes.label]));
  if (new Set(labels).size < labels.length) errors.push('two items have one label');
  return [...errors, ...items.flatMap(itemErrors)];
}

function itemErrors({ type, attributes = {}, validations = {} }: FormItem, at: number): string[] {
  const errors: string[] = [];
  if (!itemTypes.includes(String(type))) errors.push('type is unknown');
  if (!isText(type === 'markdown' ? attributes.value : attributes.label)) errors.push('says nothing');
  if (attributes.description !== undefined && typeof attributes.description !== 'string')
    errors.push('description must be a text');
  if (type === 'dropdown') {
    const options: unknown = attributes.options;
    if (!Array.isArray(options) || options.length === 0 || !options.every(isText)) errors.push('options must be texts');
    else if (new Set(options).size < options.length) errors.push('options must be distinct');
    else if (options.some((option) => option.toLowerCase() === 'none')) errors.push('options hold a reserved word');
  }
  if (Object.values(validations).some((value) => typeof value !== 'boolean')) errors.push('required must be a switch');
  return errors.map((error) => `body[${at}]: ${error}`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
