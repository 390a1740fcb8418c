import { ParsedRelatedLocation } from '../../types';
import { JsonObject, asIndex, asList, asObject } from '../../shared/json';
import { cut } from '../../shared/text';
import { messageOf, withoutEmbeddedLinks } from './messages';
import { Places } from './places';
import { SarifRule } from './rules';

/** Of each role; what comes after them is left out. */
const MOST_RELATED = 20;
const MESSAGE_LENGTH = 300;

/** What a place of a result is read with. */
export interface RelatedContext {
  run: JsonObject;
  places: Places;
  rule: SarifRule | undefined;
}

/**
 * The places that explain a result: `relatedLocations` (SARIF 2.1.0 §3.27.22),
 * and the steps of its first code flow (§3.36). They may stand in a report in
 * any shape without it being refused. Undefined when there are none, so that a
 * finding without them is as it always was.
 */
export function relatedOf(
  result: JsonObject,
  context: RelatedContext,
): ParsedRelatedLocation[] | undefined {
  if (!result.relatedLocations && !result.codeFlows) return undefined;
  const related = [
    ...read(asList(result.relatedLocations), 'related', context),
    ...read(stepsOf(result, context.run), 'step', context),
  ];
  return related.length > 0 ? related : undefined;
}

/** The locations of the first code flow, thread after thread. */
function* stepsOf(result: JsonObject, run: JsonObject): Iterable<unknown> {
  const [flow] = asList(result.codeFlows);
  for (const thread of asList(asObject(flow).threadFlows)) {
    for (const entry of asList(asObject(thread).locations)) {
      const step = asObject(entry);
      const index = asIndex(step.index);
      yield (
        step.location ??
        (index === undefined
          ? undefined
          : asObject(asList(run.threadFlowLocations)[index]).location)
      );
    }
  }
}

function read(
  entries: Iterable<unknown>,
  role: ParsedRelatedLocation['role'],
  { places, rule }: RelatedContext,
): ParsedRelatedLocation[] {
  const found: ParsedRelatedLocation[] = [];
  for (const entry of entries) {
    if (found.length === MOST_RELATED) break;
    const place = places.read(entry);
    if (place) {
      // The text at so many places would outgrow the finding itself.
      delete place.snippet;
      const { text, markdown } = messageOf(asObject(entry), rule);
      const message = withoutEmbeddedLinks(text ?? markdown ?? '').trim();
      found.push({
        ...place,
        role,
        message: message === '' ? undefined : cut(message, MESSAGE_LENGTH),
      });
    }
  }
  return found;
}
