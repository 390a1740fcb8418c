import { ChildProcess, fork } from 'node:child_process';

/** A new process that runs a TypeScript file. */
export function startChild(file: string): ChildProcess {
  return fork(file, {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  });
}

interface Reply<T> {
  reply: T;
}

// The loader of TypeScript sends messages of its own over the same channel.
function isReply<T>(message: unknown): message is Reply<T> {
  return typeof message === 'object' && message !== null && 'reply' in message;
}

/** Sends a task and waits for the reply; fails when the process ends before. */
export function ask<T>(child: ChildProcess, task: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`A child process ended with ${code}`));
    const onMessage = (message: unknown) => {
      if (isReply<T>(message)) {
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(message.reply);
      }
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(task);
  });
}

/** In the child: replies to each task. */
export function replyWith<Task, T>(work: (task: Task) => Promise<T> | T): void {
  process.on('message', async (task: Task) => {
    process.send?.({ reply: await work(task) });
  });
  process.on('disconnect', () => process.exit(0));
}
