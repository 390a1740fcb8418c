import { ParsedFinding, ParsedLocation, Severity } from '../../types';
import { XmlElement, childOf, childrenOf, textOf } from '../../decode/readXml';
import { advisoryIdsIn } from '../../shared/advisories';
import { linksIn, withoutUserInfo } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, htmlToText, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { addCwesIn } from '../../shared/weaknesses';

const TEXT_LENGTH = 20_000;

/** An issue of Burp, and what it shares with others of its type. */
export interface BurpIssue {
  host: string;
  type: string;
  isFalsePositive: boolean;
  finding: ParsedFinding;
}

function plainOf(element: XmlElement, name: string): string | undefined {
  const html = textOf(element, name);
  return html && htmlToText(cut(html, TEXT_LENGTH));
}

/** What the location has in brackets: `/basket [b_id cookie]` is of `b_id`. */
function parameterOf(location: string | undefined): string | undefined {
  const inside = /\[([^[\]]{1,300}|.{1,300})\]$/.exec(
    cut(location ?? '', NAME_LENGTH),
  )?.[1];
  const name = inside?.replace(/ (?:parameter|cookie|HTTP header)$/, '');
  return name && /arbitrarily supplied/.test(name) ? undefined : name;
}

function placeOf(issue: XmlElement, host: string): ParsedLocation {
  const path = textOf(issue, 'path') ?? '';
  const address = /^https?:\/\//i.test(path)
    ? path
    : `${host}${path.startsWith('/') || path === '' ? '' : '/'}${path}`;
  const request = childrenOf(issue, 'requestresponse')
    .map(pair => childOf(pair, 'request')?.attributes.method)
    .find(Boolean);
  return {
    url: withoutUserInfo(cut(address, NAME_LENGTH)),
    method: request,
    parameter: parameterOf(textOf(issue, 'location')),
  };
}

function severityOf(word: string | undefined): Severity {
  if (!word || /^information$|^false positive$/i.test(word)) return 'info';
  return severityOfWord(word) ?? 'medium';
}

/**
 * An `issue`. Requests and responses may hold credentials and aren't kept;
 * `serialNumber` is made anew with every scan and identifies nothing.
 */
export function toIssue(element: XmlElement, texts: SharedTexts): BurpIssue {
  const host = cut(textOf(element, 'host') ?? '', NAME_LENGTH);
  const site = withoutUserInfo(host).replace(/\/+$/, '');
  const name = textOf(element, 'name');
  const type = cut(
    textOf(element, 'type') ?? name ?? 'unspecified',
    NAME_LENGTH,
  );
  const word = textOf(element, 'severity');
  const isFalsePositive = /^false positive$/i.test(word ?? '');
  const references = textOf(element, 'references');
  const details = plainOf(element, 'issueDetail');
  const cwes = new Set<number>();
  addCwesIn(cwes, textOf(element, 'vulnerabilityClassifications'));
  return {
    host: site,
    type,
    isFalsePositive,
    finding: {
      type: 'dast',
      ruleId: type,
      ruleName: name && cut(name, NAME_LENGTH),
      title: toTitle(name ?? type),
      description: texts.share(plainOf(element, 'issueBackground')),
      remediation: texts.share(
        plainOf(element, 'remediationBackground') ??
          plainOf(element, 'remediationDetail'),
      ),
      details: details && redactSecrets(details),
      severity: severityOf(word),
      toolSeverity: word,
      cwes: [...cwes],
      advisoryIds: advisoryIdsIn(name, references),
      locations: [placeOf(element, site)],
      links: linksIn(references).slice(0, 20),
      fingerprints: {},
      partialFingerprints: {},
      suppression: isFalsePositive
        ? { status: 'accepted', kind: 'false positive' }
        : undefined,
    },
  };
}
