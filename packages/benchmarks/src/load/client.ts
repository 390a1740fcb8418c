import { replyWith } from '../harness/childProcess';
import { loadRoute } from './loadRoute';
import { Answer, Task } from './protocol';
import { submitReport } from './submitReport';

async function answerTo(task: Task): Promise<Answer> {
  try {
    return await (task.kind === 'load' ? loadRoute(task) : submitReport(task));
  } catch (error) {
    return { kind: 'error', message: String(error) };
  }
}

replyWith(answerTo);
