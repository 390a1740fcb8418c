import { ParsedFinding, ParsedLocation, ParsedRun } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { linksIn } from '../../shared/links';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, htmlToText, toTitle } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { addCwe } from '../../shared/weaknesses';

const TEXT_LENGTH = 20_000;
const SNIPPET_LENGTH = 1_000;

/** A place where ZAP saw an alert, in ZAP's words. */
export interface ZapInstance {
  uri?: string;
  method?: string;
  param?: string;
  attack?: string;
  evidence?: string;
}

/** An alert of the traditional report, XML or JSON, in ZAP's words. */
export interface ZapAlert {
  pluginid?: string;
  alertRef?: string;
  alert?: string;
  name?: string;
  riskcode?: string;
  confidence?: string;
  riskdesc?: string;
  desc?: string;
  solution?: string;
  otherinfo?: string;
  reference?: string;
  cweid?: string;
  instances: ZapInstance[];
}

/** A site of the traditional report. */
export interface ZapSite {
  name?: string;
  host?: string;
  port?: string;
  ssl?: string;
  alerts: ZapAlert[];
}

/** The traditional report. */
export interface ZapReport {
  version?: string;
  /** `created`, ISO 8601; only newer versions have it. */
  created?: string;
  sites: ZapSite[];
}

const RISKS = ['info', 'low', 'medium', 'high'] as const;

function severityOf(alert: ZapAlert): ParsedFinding['severity'] {
  const code = Number(alert.riskcode);
  return (
    RISKS[code] ?? severityOfWord(alert.riskdesc?.split(' ')[0] ?? '') ?? 'info'
  );
}

function toLocation(instance: ZapInstance): ParsedLocation {
  const evidence = instance.evidence || instance.attack;
  return {
    url: instance.uri,
    method: instance.method,
    parameter: instance.param,
    snippet: evidence && cut(evidence, SNIPPET_LENGTH),
  };
}

function textOf(html: string | undefined): string | undefined {
  const text = html && htmlToText(html);
  return text ? cut(text, TEXT_LENGTH) : undefined;
}

function toFinding(alert: ZapAlert, site: ZapSite): ParsedFinding {
  const cwes = new Set<number>();
  addCwe(cwes, alert.cweid);
  const name = alert.name ?? alert.alert;
  const locations = alert.instances.map(toLocation);
  const reference = textOf(alert.reference);
  const title = toTitle(htmlToText(alert.alert ?? name ?? '')) || 'Alert';
  return {
    type: 'dast',
    ruleId: alert.pluginid ?? alert.alertRef ?? title,
    ruleName: name,
    title,
    description: textOf(alert.desc),
    remediation: textOf(alert.solution),
    details: textOf(alert.otherinfo),
    severity: severityOf(alert),
    toolSeverity: alert.riskdesc ?? alert.riskcode,
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(alert.alert, reference),
    locations: locations.length > 0 ? locations : [{ url: site.name }],
    links: linksIn(reference),
    fingerprints: {},
    partialFingerprints: alert.alertRef ? { alertRef: alert.alertRef } : {},
    // ZAP's lowest confidence is a person's verdict, given in ZAP.
    suppression:
      alert.confidence === '0'
        ? { status: 'accepted', kind: 'false positive' }
        : undefined,
  };
}

function siteName(site: ZapSite): string | undefined {
  if (site.name) return cut(site.name, NAME_LENGTH).replace(/\/+$/, '');
  if (!site.host) return undefined;
  const scheme = site.ssl === 'true' ? 'https' : 'http';
  return `${scheme}://${site.host}${site.port ? `:${site.port}` : ''}`;
}

/**
 * One run per site, one finding per alert; the instances of an alert are the
 * finding's locations.
 *
 * `generated` is in the clock and language of the machine that ran ZAP, so only
 * `created` gives the time of the scan.
 */
export function toRuns(report: ZapReport): ParsedRun[] {
  const tool = { name: 'ZAP', version: report.version };
  if (report.sites.length === 0) {
    return [
      {
        tool,
        evidence: 'none',
        evidenceReason: 'The report has no site: ZAP reached nothing.',
        controlTypes: [],
        findings: [],
        counts: { raw: 0, leftOut: {} },
      },
    ];
  }
  return report.sites.map(site => ({
    tool,
    evidence: 'scan',
    controlTypes: ['dast'],
    category: siteName(site),
    scannedAt: toIsoTime(report.created),
    findings: site.alerts.map(alert => toFinding(alert, site)),
    counts: { raw: site.alerts.length, leftOut: {} },
  }));
}
