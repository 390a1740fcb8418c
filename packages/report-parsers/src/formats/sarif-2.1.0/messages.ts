import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { SarifRule } from './rules';

/** Fills `{0}` and unescapes `{{` and `}}`, as SARIF 2.1.0 §3.11.5 says. */
function fill(text: string, values: readonly unknown[]): string {
  if (values.length === 0) return text;
  return text.replace(
    /\{\{|\}\}|\{(\d{1,4})\}/g,
    (whole: string, number: string | undefined) => {
      if (number === undefined) return whole.charAt(0);
      const value = values[Number(number)];
      return typeof value === 'string' ? value : whole;
    },
  );
}

/** The text of a result's message, wherever it stands: in the result, its rule, or its tool. */
export function messageOf(
  result: JsonObject,
  rule: SarifRule | undefined,
): { text?: string; markdown?: string } {
  // Not as the specification has it, but some tools write a bare string.
  if (typeof result.message === 'string') return { text: result.message };
  const message = asObject(result.message);
  const values = asList(message.arguments);
  let text = asText(message.text);
  let markdown = asText(message.markdown);
  const id = asText(message.id);
  if (!text && id && rule) {
    const named = Object.hasOwn(rule.messageStrings, id)
      ? asObject(rule.messageStrings[id])
      : asObject(
          Object.hasOwn(rule.globalMessageStrings, id)
            ? rule.globalMessageStrings[id]
            : undefined,
        );
    text = asText(named.text);
    markdown = asText(named.markdown);
  }
  return {
    text: text && fill(text, values),
    markdown: markdown && fill(markdown, values),
  };
}

/** A message with its embedded links (`[text](target)`, §3.11.6) as plain text. */
export function withoutEmbeddedLinks(text: string): string {
  if (!text.includes('](')) return text;
  return text.replace(
    /\[((?:[^\][\\]|\\.){1,500})\]\((?:\d{1,9}|[^\s()]{1,2000})\)/g,
    (_whole, label: string) => label.replace(/\\([[\]\\])/g, '$1'),
  );
}
