import { WebAlert } from '../weaknesses/rules';
import { DemoScan } from './scan';

const RISK_CODES = { low: '1', medium: '2', high: '3' } as const;
const RISK_WORDS = { low: 'Low', medium: 'Medium', high: 'High' } as const;

function siteOf(scan: DemoScan): string {
  return `https://${scan.component.name}.preprod.larkhill.example`;
}

function alertsOf(scan: DemoScan) {
  return scan.findings.flatMap(({ weakness }) =>
    weakness.kind === 'web' ? [weakness] : [],
  );
}

function alertFields(alert: WebAlert): [string, string][] {
  return [
    ['pluginid', alert.id],
    ['alertRef', alert.id],
    ['alert', alert.name],
    ['name', alert.name],
    ['riskcode', RISK_CODES[alert.severity]],
    ['confidence', '2'],
    ['riskdesc', `${RISK_WORDS[alert.severity]} (Medium)`],
    ['desc', `<p>${alert.description}</p>`],
  ];
}

function closingFields(alert: WebAlert): [string, string][] {
  return [
    ['solution', `<p>${alert.solution}</p>`],
    ['otherinfo', ''],
    ['reference', ''],
    ['cweid', String(alert.cwe)],
    ['wascid', '15'],
    ['sourceid', '1'],
  ];
}

/** ZAP's traditional JSON report. */
export function zapJson(scan: DemoScan): string {
  const site = siteOf(scan);
  return JSON.stringify({
    '@programName': 'ZAP',
    '@version': '2.15.0',
    '@generated': scan.at.toUTCString(),
    created: scan.at.toISOString(),
    site: [
      {
        '@name': site,
        '@host': new URL(site).host,
        '@port': '443',
        '@ssl': 'true',
        alerts: alertsOf(scan).map(({ alert, paths }) => ({
          ...Object.fromEntries(alertFields(alert)),
          instances: paths.map(path => ({
            uri: `${site}${path}`,
            method: 'GET',
            param: '',
            attack: '',
            evidence: '',
          })),
          count: String(paths.length),
          ...Object.fromEntries(closingFields(alert)),
        })),
      },
    ],
  });
}

function element([name, text]: [string, string]): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<${name}>${escaped}</${name}>`;
}

/** ZAP's traditional XML report. */
export function zapXml(scan: DemoScan): string {
  const site = siteOf(scan);
  const items = alertsOf(scan).map(({ alert, paths }) => {
    const instances = paths
      .map(
        path =>
          `<instance><uri>${site}${path}</uri><method>GET</method><param></param><attack></attack><evidence></evidence></instance>`,
      )
      .join('');
    return `<alertitem>${alertFields(alert).map(element).join('')}<instances>${instances}</instances><count>${paths.length}</count>${closingFields(alert).map(element).join('')}</alertitem>`;
  });
  return [
    '<?xml version="1.0"?>',
    `<OWASPZAPReport programName="ZAP" version="2.15.0" generated="${scan.at.toUTCString()}" created="${scan.at.toISOString()}">`,
    `<site name="${site}" host="${new URL(site).host}" port="443" ssl="true"><alerts>${items.join('')}</alerts></site>`,
    '</OWASPZAPReport>',
  ].join('\n');
}
