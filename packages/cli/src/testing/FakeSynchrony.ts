import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  /** Decompressed. */
  body: string;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Breaks the connection instead of answering. */
  hangUp?: boolean;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  return (
    request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  ).toString('utf8');
}

/** A real HTTP server that plays ingestion's routes from a script. */
export class FakeSynchrony {
  readonly requests: SeenRequest[] = [];
  private replies: Reply[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      this.requests.push({
        method: request.method!,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: await readBody(request),
      });
      const reply = this.replies.shift() ?? { status: 501 };
      if (reply.hangUp) {
        request.socket.destroy();
        return;
      }
      response.writeHead(reply.status, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      response.end(JSON.stringify(reply.body ?? {}));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** What to answer to the next requests, in order. */
  answer(...replies: Reply[]) {
    this.replies = replies;
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
