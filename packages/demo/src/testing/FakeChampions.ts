import {
  ASSIGNMENT_TRANSITIONS,
  AssignmentActionInput,
  AssignmentImportInput,
  AssignmentStatus,
  NominationInput,
  TrainingInput,
} from '@synchrony/backstage-plugin-champions-common';

interface StoredAssignment {
  id: string;
  userRef: string;
  scopeRef: string;
  role: string;
  status: AssignmentStatus;
  version: number;
}

type Sent = { entityRefs: string[] } & AssignmentImportInput &
  NominationInput &
  TrainingInput &
  AssignmentActionInput;

const PATH = '/api/champions';

/** Remembers champions as the plugin does, as far as the loader uses it. */
export class FakeChampions {
  /** Whether it has taken the catalog in. */
  knowsCatalog = true;
  readonly assignments: StoredAssignment[] = [];
  readonly training: { userRef: string; courseId: string }[] = [];
  readonly volunteers = new Set<string>();
  readonly questions: { askedBy: string }[] = [];
  /** Who took which step for whom. */
  readonly steps: { who: string; action: string; userRef: string }[] = [];

  /** Undefined for what is not the plugin's. */
  answer(
    method: string,
    { pathname, searchParams }: URL,
    who: string,
    body: Buffer,
  ): [number, object] | undefined {
    if (!pathname.startsWith(`${PATH}/`)) {
      return undefined;
    }
    const path = pathname.slice(PATH.length);
    return method === 'GET'
      ? this.#read(path, searchParams)
      : this.#write(path, who, JSON.parse(body.toString()));
  }

  #read(path: string, query: URLSearchParams): [number, object] {
    if (path === '/assignments') {
      const from = Number(query.get('cursor') ?? 0);
      const to = from + 20;
      return [
        200,
        {
          items: this.assignments.slice(from, to),
          pageInfo:
            to < this.assignments.length ? { nextCursor: String(to) } : {},
        },
      ];
    }
    if (path === '/questions') {
      return [200, { items: this.questions, pageInfo: {} }];
    }
    const name = path.split('/').at(-1);
    return [
      200,
      {
        training: this.training.filter(
          ({ userRef }) => userRef === `user:default/${name}`,
        ),
      },
    ];
  }

  #write(path: string, who: string, body: Sent): [number, object] {
    const [, id] = /^\/assignments\/(\w+)\/actions$/.exec(path) ?? [];
    if (id) {
      return this.#act(id, who, body);
    }
    switch (path) {
      case '/resolve':
        return [200, { items: this.knowsCatalog ? body.entityRefs : [] }];
      case '/assignments/import':
        for (const item of body.items) {
          if (!this.#find(item)) {
            this.#add(item, 'active');
          }
        }
        return [200, {}];
      case '/assignments':
        return this.#find(body)
          ? [409, { error: { message: 'stands already' } }]
          : [201, this.#add(body, 'nominated')];
      case '/training':
        this.training.push({ ...body, userRef: body.userRef ?? who });
        return [201, body];
      case '/volunteers/me':
        this.volunteers.add(who);
        return [200, body];
      case '/questions':
        this.questions.push({ askedBy: who });
        return [201, body];
      default:
        return [404, { error: { message: 'unknown' } }];
    }
  }

  #act(id: string, who: string, body: Sent): [number, object] {
    const assignment = this.assignments.find(each => each.id === id);
    const transition = ASSIGNMENT_TRANSITIONS.find(
      ({ action, from }) =>
        assignment &&
        action === body.action &&
        from.includes(assignment.status),
    );
    if (!assignment || !transition || body.version !== assignment.version) {
      return [409, { error: { message: 'not possible now' } }];
    }
    assignment.status = transition.to;
    assignment.version += 1;
    this.steps.push({ who, action: body.action, userRef: assignment.userRef });
    return [200, { ...assignment }];
  }

  #find({ scopeRef, userRef }: { scopeRef: string; userRef: string }) {
    return this.assignments.find(
      each => each.scopeRef === scopeRef && each.userRef === userRef,
    );
  }

  #add(
    {
      role,
      scopeRef,
      userRef,
    }: { role: string; scopeRef: string; userRef: string },
    status: AssignmentStatus,
  ): StoredAssignment {
    const id = `a${this.assignments.length}`;
    const added = { id, userRef, scopeRef, role, status, version: 1 };
    this.assignments.push(added);
    return { ...added };
  }
}
