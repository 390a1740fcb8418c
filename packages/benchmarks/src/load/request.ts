import { Agent, request as httpRequest } from 'node:http';

export interface Exchange {
  status: number;
  body: Buffer;
}

/** One request over the agent's connections. */
export function exchange(options: {
  agent: Agent;
  method: string;
  url: string;
  token: string;
  contentType?: string;
  body?: Buffer;
}): Promise<Exchange> {
  const { agent, method, url, token, body } = options;
  const headers: Record<string, string | number> = {
    authorization: `Bearer ${token}`,
  };
  if (body) {
    headers['content-type'] = options.contentType ?? 'application/json';
    headers['content-length'] = body.length;
  }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { agent, method, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
