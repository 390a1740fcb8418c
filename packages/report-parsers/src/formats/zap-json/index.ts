import { ReportFormat } from '../../types';
import {
  JsonObject,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { ZapAlert, ZapInstance, ZapSite, toRuns } from '../zap/alerts';

/** ZAP writes its numbers as text, others who write its format don't. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function toInstance(value: unknown, path: string): ZapInstance {
  const instance = requireObject(value, path);
  return {
    uri: text(instance.uri),
    method: text(instance.method),
    param: text(instance.param),
    attack: text(instance.attack),
    evidence: text(instance.evidence),
  };
}

function toAlert(value: unknown, path: string): ZapAlert {
  const alert = requireObject(value, path);
  const instances = optionalList(alert, 'instances', path).map(
    (instance, index) => toInstance(instance, `${path}/instances/${index}`),
  );
  return {
    pluginid: text(alert.pluginid),
    alertRef: text(alert.alertRef),
    alert: text(alert.alert),
    name: text(alert.name),
    riskcode: text(alert.riskcode),
    confidence: text(alert.confidence),
    riskdesc: text(alert.riskdesc),
    desc: text(alert.desc),
    solution: text(alert.solution),
    otherinfo: text(alert.otherinfo),
    reference: text(alert.reference),
    cweid: text(alert.cweid),
    instances:
      instances.length === 0 && text(alert.uri)
        ? [toInstance(alert, path)]
        : instances,
  };
}

function toSite(value: unknown, path: string): ZapSite {
  const site = requireObject(value, path);
  return {
    name: text(site['@name']),
    host: text(site['@host']),
    port: text(site['@port']),
    ssl: text(site['@ssl']),
    alerts: optionalList(site, 'alerts', path).map((alert, index) =>
      toAlert(alert, `${path}/alerts/${index}`),
    ),
  };
}

/** Reports of one site have had an object instead of a list. */
function sitesOf(report: JsonObject): ZapSite[] {
  if (isObject(report.site)) return [toSite(report.site, '/site')];
  return requireList(report.site, '/site').map((site, index) =>
    toSite(site, `/site/${index}`),
  );
}

/**
 * The "traditional JSON report" of ZAP, with or without requests and responses
 * ("plus"). One run per site, one finding per alert.
 */
export const zapJson: ReportFormat = {
  id: 'zap-json',
  title: 'ZAP traditional JSON report',
  documentation:
    'https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-json/',
  kind: 'json',
  controlTypes: ['dast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      value.site !== undefined &&
      ('@version' in value || '@generated' in value || '@programName' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    return toRuns({
      version: text(report['@version']),
      created: text(report.created) ?? text(report['@created']),
      sites: sitesOf(report),
    });
  },
};
