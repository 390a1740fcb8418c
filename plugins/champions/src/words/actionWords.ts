import { AssignmentAction } from '@synchrony/backstage-plugin-champions-common';

interface ActionWords {
  /** On the button that opens the dialog, and its title. */
  title: string;
  /** What happens, before it is done. */
  meaning: string;
  /** On the button that does it. */
  submit: string;
  /** What happened. */
  done: string;
}

/** What each action is called, and what it means. */
export const ACTION_WORDS: Record<AssignmentAction, ActionWords> = {
  accept: {
    title: 'Accept',
    meaning:
      'You become the contact for security there, not its owner. Everybody in the portal sees it from your yes on, and not before. Next, the lead agrees with you on the time it takes. You can withdraw at any moment.',
    submit: 'Accept',
    done: 'Accepted. The lead is asked to agree on your time.',
  },
  decline: {
    title: 'Decline',
    meaning:
      'Nobody learns of it but who asked you and who runs the programme.',
    submit: 'Decline',
    done: 'Declined.',
  },
  withdrawNomination: {
    title: 'Withdraw the nomination',
    meaning: 'The person is no longer asked.',
    submit: 'Withdraw the nomination',
    done: 'The nomination is withdrawn.',
  },
  agreeCapacity: {
    title: 'Agree on time',
    meaning:
      'So much of their working time the person has for security. Training comes next.',
    submit: 'Agree',
    done: 'The time is agreed.',
  },
  activate: {
    title: 'Make active',
    meaning:
      'The person counts as champion before reaching the level that the programme asks for. Say why.',
    submit: 'Make active',
    done: 'The person is active.',
  },
  reconfirm: {
    title: 'Confirm',
    meaning: 'You go on helping until the next confirmation.',
    submit: 'Confirm',
    done: 'Confirmed.',
  },
  announceStepDown: {
    title: 'Step down',
    meaning:
      'You stay the contact until the day that you name. It counts as at risk from now on, and the lead and who runs the programme are told.',
    submit: 'Step down',
    done: 'Announced. You stay the contact until that day.',
  },
  cancelStepDown: {
    title: 'Stay on',
    meaning: 'You go on as before; the announcement is taken back.',
    submit: 'Stay on',
    done: 'You stay on.',
  },
  handOver: {
    title: 'Hand over',
    meaning:
      'The assignment ends at once, and what waits for it goes to the person that you name. A deputy becomes champion with it. Only somebody who is active can follow; who has only accepted keeps their place until they are.',
    submit: 'Hand over',
    done: 'Handed over.',
  },
  withdraw: {
    title: 'Withdraw',
    meaning:
      'At once: you are no longer shown as champion there, nothing new comes to you, and questions that wait go to somebody else. The lead is told that the place is vacant. You need no reason.',
    submit: 'Withdraw now',
    done: 'Withdrawn. You are no longer shown there.',
  },
  remove: {
    title: 'Remove',
    meaning: 'The assignment ends at once. Say why; the person is told.',
    submit: 'Remove',
    done: 'Removed.',
  },
};
