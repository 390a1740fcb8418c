const EVENT_WORDS: Record<string, string> = {
  nominate: 'Nominated',
  declare: 'Declared in the catalog',
  accept: 'Accepted',
  decline: 'Declined',
  withdrawNomination: 'Nomination withdrawn',
  agreeCapacity: 'Capacity agreed',
  activate: 'Became active',
  reconfirm: 'Confirmed again',
  announceStepDown: 'Said to step down',
  cancelStepDown: 'Stays on',
  handOver: 'Handed over',
  withdraw: 'Withdrew',
  remove: 'Removed',
  expire: 'Nomination ran out',
  settle: 'Answered, asked by somebody else',
  lapse: 'Lapsed',
  finish: 'Ended on the day announced',
  end: 'Ended',
  promote: 'Became champion, by handing over',
  changeRole: 'Role changed in the catalog',
  undeclare: 'No longer declared in the catalog',
};

/** A step of the history; one that is not known yet keeps its name. */
export function eventWords(name: string): string {
  return EVENT_WORDS[name] ?? name;
}
