import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverLink } from './WaiverLink';
import { dayWords } from './words';

/** Until when the risk of a finding is accepted, with the waiver behind it. */
export function AcceptedUntil(props: {
  finding: Pick<Finding, 'status' | 'waiverId' | 'waivedUntil'>;
}) {
  const { status, waivedUntil, waiverId } = props.finding;
  if (status !== 'risk_accepted' || !waivedUntil) {
    return null;
  }
  const text = `until ${dayWords(waivedUntil)}`;
  return waiverId ? <WaiverLink id={waiverId}>{text}</WaiverLink> : <>{text}</>;
}
