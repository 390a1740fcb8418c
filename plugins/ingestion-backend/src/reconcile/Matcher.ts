import { decodeIdentity, isAboutComponent, isBare } from '../identity';
import { align } from './align';
import { findHandedOn, isKnownByHint, pairByColumns } from './lineHashes';
import { matchSequences } from './matchSequences';
import { findMovedFiles } from './relocate';
import { Shifts } from './Shifts';
import { byOrder, mayMove, NONE, preference, Side } from './sides';
import { AT_THE_PLACE, MOVED, Stage } from './stages';
import { Candidate, Incoming, ScanScope } from './types';

function groupBy(
  stage: Pick<Stage, 'keys'>,
  sides: Side[],
): Map<string, Side[]> {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    for (const key of stage.keys(side.identity)) {
      const group = groups.get(key);
      if (group) {
        group.push(side);
      } else {
        groups.set(key, [side]);
      }
    }
  }
  return groups;
}

/** Whether lines or versions tell all of them apart. */
function isOrdered(sides: Side[]): boolean {
  const orders = new Set(sides.map(({ identity }) => identity.order));
  return orders.size === sides.length;
}

/** Recognises what changed, stage by stage. */
export class Matcher {
  #shifts: Shifts | undefined;

  constructor(
    private readonly incoming: Incoming[],
    private readonly candidates: Candidate[],
    private readonly scan: ScanScope,
    private readonly partners: Int32Array,
    private readonly taken: Uint8Array,
  ) {}

  /** Pairs what is left of the incoming with what is left of the stored. */
  run(left: Side[], stored: Side[]): void {
    let rest = left;
    const carryOut = (stages: readonly Stage[], among: Side[]) => {
      for (const stage of stages) {
        const isFor = !stage.onOtherRefs || !this.scan.counted;
        if (isFor && (!stage.moves || this.scan.complete)) {
          this.#carryOut(stage, rest, among);
          rest = rest.filter(({ index }) => this.partners[index] === NONE);
        }
      }
    };
    const carryOutAtThePlace = (among: Side[]) => {
      if (this.scan.complete) {
        this.#pairHandedOn(rest, among);
        rest = rest.filter(({ index }) => this.partners[index] === NONE);
      }
      carryOut(AT_THE_PLACE, among);
      if (this.scan.complete) {
        this.#matchSequences(rest, among);
        rest = rest.filter(({ index }) => this.partners[index] === NONE);
      }
    };
    carryOutAtThePlace(stored);
    if (this.scan.complete && rest.length > 0) {
      carryOutAtThePlace(this.#moveFiles(rest, stored));
    }
    carryOut(MOVED, stored);
    if (this.scan.complete) {
      this.#fillGaps(rest, stored);
    }
  }

  #isOpen({ index }: Side): boolean {
    return (
      this.taken[index] === 0 && mayMove(this.candidates[index], this.scan)
    );
  }

  #carryOut(stage: Stage, left: Side[], stored: Side[]): void {
    const eligible = stored.filter(
      side =>
        this.taken[side.index] === 0 &&
        (!stage.moves || mayMove(this.candidates[side.index], this.scan)),
    );
    if (eligible.length === 0) {
      return;
    }
    const groups = groupBy(stage, eligible);
    const uneven: [Side[], Side[]][] = [];
    for (const [key, sides] of groupBy(stage, left)) {
      const group = groups.get(key);
      if (group) {
        if (
          stage.pairing === 'each' &&
          sides.length !== group.length &&
          sides[0].identity.order !== ''
        ) {
          uneven.push([sides, group]);
        } else {
          this.#pairGroup(stage, sides, group);
        }
      }
    }
    // What is certain tells where the others are to be expected.
    for (const [sides, group] of uneven) {
      this.#pairGroup(stage, sides, group);
    }
  }

  #pairGroup(stage: Stage, sides: Side[], group: Side[]): void {
    const wanting = sides
      .filter(({ index }) => this.partners[index] === NONE)
      .sort(byOrder);
    const offered = group.filter(({ index }) => this.taken[index] === 0);
    if (wanting.length === 0 || offered.length === 0) {
      return;
    }
    if (stage.pairing === 'each') {
      this.#pairEach(stage, wanting, offered);
      return;
    }
    // Findings that are gone count only when nothing is present.
    const present = offered.filter(
      ({ index }) => this.candidates[index].presentIn.length > 0,
    );
    const possible = (present.length > 0 ? present : offered).sort(byOrder);
    const certain =
      wanting.length === possible.length &&
      (wanting.length === 1 ||
        (stage.pairing === 'even' &&
          isOrdered(wanting) &&
          isOrdered(possible)));
    if (certain) {
      wanting.forEach((side, i) => this.#pair(stage, possible[i], side));
    }
  }

  /** The present first, each class so that lines move as little as can be. */
  #pairEach(stage: Stage, wanting: Side[], offered: Side[]): void {
    const classes = new Map<number, Side[]>();
    for (const side of offered) {
      const rank = preference(this.candidates[side.index], this.scan);
      classes.set(rank, [...(classes.get(rank) ?? []), side]);
    }
    let open = wanting;
    for (const rank of [...classes.keys()].sort()) {
      const sides = classes.get(rank)!.sort(byOrder);
      const { place } = open[0].identity;
      const pairs = align(
        sides.map(({ identity }) => Number(identity.order)),
        open.map(({ identity }) => Number(identity.order)),
        (one, other) => this.#knownShifts().distance(place, one, other),
      );
      for (const [one, other] of pairs) {
        this.#pair(stage, sides[one], open[other]);
      }
      open = open.filter(({ index }) => this.partners[index] === NONE);
      if (open.length === 0) {
        return;
      }
    }
  }

  #pair(
    { agrees, byLine }: Pick<Stage, 'agrees' | 'byLine'>,
    stored: Side,
    incoming: Side,
  ): void {
    const provesTooLittle =
      byLine &&
      this.scan.complete &&
      isBare(stored.identity) &&
      isBare(incoming.identity);
    if (!provesTooLittle && agrees(stored.identity, incoming.identity)) {
      this.partners[incoming.index] = stored.index;
      this.taken[stored.index] = 1;
      this.#shifts?.add(stored.identity, incoming.identity);
    }
  }

  /** Made when it is first asked for: most scans need none. */
  #knownShifts(): Shifts {
    if (!this.#shifts) {
      this.#shifts = new Shifts();
      for (const [index, partner] of this.partners.entries()) {
        if (partner !== NONE) {
          const { identity } = this.incoming[index];
          if (!isAboutComponent(identity)) {
            this.#shifts.add(
              decodeIdentity(this.candidates[partner].key),
              identity,
            );
          }
        }
      }
    }
    return this.#shifts;
  }

  /** Stored findings of files that moved, as if they were at the new place. */
  #moveFiles(left: Side[], stored: Side[]): Side[] {
    const seen = new Set<string>();
    const known = new Set<string>();
    for (const [index, { identity }] of this.incoming.entries()) {
      seen.add(identity.place);
      if (this.partners[index] !== NONE) {
        known.add(identity.place);
      }
    }
    const gone = stored.filter(
      side => this.#isOpen(side) && !seen.has(side.identity.place),
    );
    const come = left.filter(({ identity }) => !known.has(identity.place));
    const moved = findMovedFiles(
      gone.map(({ identity }) => identity),
      come.map(({ identity }) => identity),
    );
    return gone.flatMap(({ index, identity }) => {
      const place = moved.get(identity.place);
      return place ? [{ index, identity: { ...identity, place } }] : [];
    });
  }

  #pairHandedOn(left: Side[], stored: Side[]): void {
    const open = stored.filter(side => this.#isOpen(side));
    for (const [one, other] of findHandedOn(open, left)) {
      this.#pair({ agrees: () => true }, one, other);
    }
  }

  #matchSequences(left: Side[], stored: Side[]): void {
    const keys = ({ place }: Side['identity']) => [place];
    const isPart = ({ identity }: Side) => isBare(identity);
    const groups = groupBy(
      { keys },
      stored.filter(side => isPart(side) && this.#isOpen(side)),
    );
    for (const [place, sides] of groupBy({ keys }, left.filter(isPart))) {
      const group = groups.get(place);
      if (group) {
        for (const [one, other] of matchSequences(group, sides)) {
          this.#pair({ agrees: () => true }, one, other);
        }
      }
    }
  }

  /**
   * A tool that gives no code, only hashes of lines, seems to see another
   * finding when a line near it changes. Where one of a rule is gone from a
   * file and one has come, and both stand between the same recognised
   * findings, they are the same; so are several whose columns name each.
   */
  #fillGaps(left: Side[], stored: Side[]): void {
    const shifts = this.#knownShifts();
    const keys: Stage['keys'] = identity =>
      isKnownByHint(identity) && shifts.has(identity.place)
        ? [`${identity.family}.${identity.place}`]
        : [];
    const groups = groupBy(
      { keys },
      stored.filter(side => this.#isOpen(side)),
    );
    const wanting = groupBy({ keys }, left);
    const certain: [Side, Side][] = [];
    for (const [key, sides] of wanting) {
      const group = groups.get(key);
      if (group?.length === 1 && sides.length === 1) {
        const [one] = group;
        const [other] = sides;
        const { place } = other.identity;
        if (
          shifts.before(place, 'stored', Number(one.identity.order)) ===
          shifts.before(place, 'incoming', Number(other.identity.order))
        ) {
          certain.push([one, other]);
        }
      } else if (group) {
        certain.push(...pairByColumns(group, sides));
      }
    }
    for (const [one, other] of certain) {
      this.#pair({ agrees: () => true }, one, other);
    }
  }
}
