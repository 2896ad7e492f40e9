import type { ChatMessageStatus } from '@pailou/contracts';
import { confirmDanger } from '../../ui/confirm-danger';
import { t } from './texts';

/** What surely failed goes at once; of what may have arrived a person is asked first. */
export async function sendAgain(status: ChatMessageStatus): Promise<boolean> {
  return status !== 'unknown' || confirmDanger(t('againTitle'), t('againMayDouble'), t('again'));
}
