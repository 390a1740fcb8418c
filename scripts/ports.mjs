import net from 'node:net';
import { Advice } from './toolchain.mjs';

function answers(port, host) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host });
    const end = taken => {
      socket.destroy();
      resolve(taken);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** @throws Advice when something listens on one of the ports */
export async function requireFreePorts(ports) {
  for (const { port, what } of ports) {
    if ((await answers(port, '127.0.0.1')) || (await answers(port, '::1'))) {
      throw new Advice(
        `Port ${port} is taken, but ${what} needs it. Stop the program that listens there (it may be an earlier start of this portal) and run this again.`,
      );
    }
  }
}
