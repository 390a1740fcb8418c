import { ReportFormat } from '../../types';
import { XmlElement, childrenOf, readXml, textOf } from '../../decode/readXml';
import { ZapAlert, ZapInstance, ZapReport, toRuns } from '../zap/alerts';

function toInstance(element: XmlElement): ZapInstance {
  return {
    uri: textOf(element, 'uri'),
    method: textOf(element, 'method'),
    param: textOf(element, 'param'),
    attack: textOf(element, 'attack'),
    evidence: textOf(element, 'evidence'),
  };
}

function toAlert(element: XmlElement): ZapAlert {
  const instances = childrenOf(element, 'instances').flatMap(list =>
    childrenOf(list, 'instance').map(toInstance),
  );
  // Before 2.5 an alert item was one instance, with the URI in the item.
  const isInstance = instances.length === 0 && textOf(element, 'uri');
  return {
    pluginid: textOf(element, 'pluginid'),
    alertRef: textOf(element, 'alertRef'),
    alert: textOf(element, 'alert'),
    name: textOf(element, 'name'),
    riskcode: textOf(element, 'riskcode'),
    confidence: textOf(element, 'confidence'),
    riskdesc: textOf(element, 'riskdesc'),
    desc: textOf(element, 'desc'),
    solution: textOf(element, 'solution'),
    otherinfo: textOf(element, 'otherinfo'),
    reference: textOf(element, 'reference'),
    cweid: textOf(element, 'cweid'),
    instances: isInstance ? [toInstance(element)] : instances,
  };
}

/**
 * The "traditional XML report" of ZAP, with or without requests and responses
 * ("plus"). One run per site, one finding per `alertitem`.
 */
export const zapXml: ReportFormat = {
  id: 'zap-xml',
  title: 'ZAP traditional XML report',
  documentation:
    'https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-xml/',
  kind: 'xml',
  controlTypes: ['dast'],
  recognises(document) {
    return document.kind === 'xml' && document.rootName === 'OWASPZAPReport';
  },
  parse(document, limits) {
    const report: ZapReport = { sites: [] };
    readXml(document.kind === 'xml' ? document.text : '', limits, {
      open({ name, attributes }, path) {
        if (path.length === 1) {
          report.version = attributes.version;
          report.created = attributes.created;
        } else if (name === 'site') {
          report.sites.push({
            name: attributes.name,
            host: attributes.host,
            port: attributes.port,
            ssl: attributes.ssl,
            alerts: [],
          });
        }
        return name === 'alertitem' && path.includes('site');
      },
      whole(element) {
        report.sites.at(-1)?.alerts.push(toAlert(element));
      },
    });
    return toRuns(report);
  },
};
