import { Controller, Get } from '@nestjs/common';
import { FindOrderMoney, OrderMoneyHit, OrderMoneyView } from '@pailou/contracts';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { CallerLanguage } from '../orders/index.js';
import { OrderMoney } from './order-money.queries.js';

const Hits = z.strictObject({ items: z.array(OrderMoneyHit) });

@Controller('admin')
export class OrderMoneyAdminController {
  constructor(private readonly money: OrderMoney) {}

  @Get('order-money')
  @Operator('payments:read')
  @Says('Orders by any number of their money: the order’s, the payment’s, the refund’s, ours or WeChat’s')
  @Answers(Hits)
  async find(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(FindOrderMoney) { q }: z.output<typeof FindOrderMoney>,
  ): Promise<z.output<typeof Hits>> {
    return { items: await this.money.find(caller, q) };
  }

  @Get('orders/:id/money')
  @Operator('payments:read')
  @Says('The money of an order from cart to bank')
  @Answers(OrderMoneyView)
  of(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: 'zh' | 'en',
  ): Promise<OrderMoneyView> {
    return this.money.of(caller, id, language);
  }
}
