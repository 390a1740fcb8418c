import {
  WaiverActionSubject,
  WaiverApproval,
  WaiverRequirement,
} from '@synchrony/backstage-plugin-ingestion-common';
import { statusAt, StoredApproval, StoredWaiver } from '../waivers';

/** The approvals that are needed, with those that were given. */
export function approvalsOf(
  { roles }: WaiverRequirement,
  given: StoredApproval[],
): WaiverApproval[] {
  return roles.map(role => {
    const approval = given.find(item => item.role === role);
    return {
      role,
      ...(approval && {
        approvedBy: approval.approver,
        at: new Date(approval.at).toISOString(),
      }),
    };
  });
}

/** What the guards of the table look at. */
export function subjectOf(
  waiver: StoredWaiver,
  parts: { given: StoredApproval[]; renewed: boolean; now: number },
): WaiverActionSubject {
  return {
    status: statusAt(waiver, parts.now),
    requester: waiver.requester,
    approvals: approvalsOf(waiver.requirement, parts.given),
    approvers: parts.given.map(({ approver }) => approver),
    renewed: parts.renewed,
  };
}
