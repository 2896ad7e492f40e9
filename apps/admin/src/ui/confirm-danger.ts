import { ElMessageBox } from 'element-plus';
import { c } from '../lib/texts';

/**
 * Asks before something is lost; the words must say what will be gone.
 * @returns false if the operator thought better of it
 */
export async function confirmDanger(title: string, whatIsLost: string, verb: string, stay = c('cancel')): Promise<boolean> {
  try {
    await ElMessageBox.confirm(whatIsLost, title, {
      type: 'warning',
      confirmButtonText: verb,
      cancelButtonText: stay,
      confirmButtonClass: 'el-button--danger',
      autofocus: false,
    });
    return true;
  } catch {
    return false;
  }
}
