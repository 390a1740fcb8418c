import {
  reportOutcomeOf,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { faultPlace } from './describeReport';

/** What its submitter can do about a report; undefined when all is well. */
export function nextStep(receipt: ReportReceipt): string | undefined {
  switch (reportOutcomeOf(receipt)) {
    case 'waiting':
      return 'Nothing: it is read as soon as those before it are.';
    case 'partial':
      return 'Nothing, if only a part was to be scanned. Findings that are gone resolve with the next complete scan.';
    case 'not_applied':
      return receipt.reason === 'older'
        ? 'Nothing: a newer scan of the same target counts. If that one is wrong, scan again.'
        : 'Check that the tool writes results of a scan; this report has none that could count.';
    case 'quarantined':
      return 'Register the component in the catalog, or correct the entity that the pipeline names. As soon as the catalog has it, the report is processed by itself.';
    case 'rejected':
      return afterRejection(receipt);
    case 'failed':
      return 'Send it again. If it fails once more, whoever runs ingestion needs the number of this receipt.';
    default:
      return undefined;
  }
}

function afterRejection(receipt: ReportReceipt): string {
  if (receipt.error?.name === 'NotAllowedError') {
    return 'Correct the entity that the pipeline names, or the token that it uses, and send the report again.';
  }
  const where = faultPlace(receipt) ? 'at that place' : 'as the tool wrote it';
  return `Look at the report ${where}: often the tool broke off, or writes another version of the format. Run it again and send the new report. Nothing of this one was stored.`;
}
