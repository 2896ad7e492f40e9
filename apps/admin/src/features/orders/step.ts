import type { AdminOrderView } from '@pailou/contracts';
import { tellProblem } from '../../ui/tell';
import { offerUndo } from '../../ui/undo';
import { useOrderAction, useTakeBack } from './api';
import { t } from './texts';

/** The steps of an order through the house; a slip of the finger can be taken back for ten seconds. */
export const steps = ['accept', 'ready', 'complete'] as const;
export type Step = (typeof steps)[number];

export function useStep() {
  const action = useOrderAction();
  const back = useTakeBack();
  /** @returns whether it worked; why not was told */
  return async ({ id, pickupNumber }: Pick<AdminOrderView, 'id' | 'pickupNumber'>, step: Step): Promise<boolean> => {
    try {
      await action.mutateAsync({ id, action: step });
    } catch (failure) {
      tellProblem(failure);
      return false;
    }
    offerUndo(t(`undo_${step}`, { number: pickupNumber }), () => back.mutateAsync(id));
    return true;
  };
}
