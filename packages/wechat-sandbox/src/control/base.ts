import { addCustomer } from '../customers.js';
import type { Customer } from '../state.js';
import type { World } from '../world.js';

/** A wish that cannot be done: an unknown customer, a rule nobody understands. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** What every part of the control API has: the world, and a way to find a customer in it. */
export class ControlBase {
  constructor(protected readonly world: World) {}

  /** The named customer; without a name whoever came first, as a phone always has an owner. */
  protected find(customerId?: string): Customer {
    const { customers } = this.world.state;
    if (!customerId) return customers[0] ?? addCustomer(this.world);
    const customer = customers.find((item) => item.id === customerId);
    if (!customer) throw new ControlError(404, `There is no customer ${customerId}.`);
    return customer;
  }
}
