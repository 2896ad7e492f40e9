import { ElMessage } from 'element-plus';
import { messageOf } from '../lib/client';

/** A short word that something worked. */
export function tellDone(text: string): void {
  ElMessage({ type: 'success', message: text, grouping: true });
}

/** Why something did not work, in the API's own words; stays until it is closed. */
export function tellProblem(error: unknown): void {
  ElMessage({ type: 'error', message: messageOf(error), showClose: true, duration: 8000, grouping: true });
}

/** That something is left to do by hand, where no failure of the API is behind it. */
export function tellHint(text: string): void {
  ElMessage({ type: 'warning', message: text, showClose: true, duration: 8000, grouping: true });
}
