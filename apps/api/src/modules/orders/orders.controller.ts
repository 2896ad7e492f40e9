import { Controller, Get, Post, Put } from '@nestjs/common';
import {
  CartInput,
  CartView,
  ListOrders,
  OrderView,
  type PageOf,
  pageOf,
  PaymentParams,
  QuoteInput,
  QuoteView,
  SubmitOrder,
} from '@pailou/contracts';
import type { z } from 'zod';
import { CurrentCustomer, Customer, type CustomerCaller, Public } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { IdempotencyKey } from '../../platform/http/idempotency.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { OrderQuotes, quoteView } from './order-quotes.service.js';
import { OrderSubmission } from './order-submission.service.js';
import { CallerLanguage } from './orders.language.js';
import { type Language, OrdersQueries } from './orders.queries.js';
import { OrdersService } from './orders.service.js';

@Controller('storefront')
export class OrdersController {
  constructor(
    private readonly quotes: OrderQuotes,
    private readonly submission: OrderSubmission,
    private readonly service: OrdersService,
    private readonly queries: OrdersQueries,
  ) {}

  @Get('stores/:storeId/cart')
  @Customer()
  @Says('The cart that the server keeps for you at a store, priced now')
  @Answers(CartView)
  cart(
    @CurrentCustomer() caller: CustomerCaller,
    @ZParam('storeId') storeId: string,
    @CallerLanguage() language: Language,
  ): Promise<CartView> {
    return this.quotes.cart(caller.customerId, storeId, language);
  }

  @Put('stores/:storeId/cart')
  @Customer()
  @Says('Replace the cart')
  @Answers(CartView)
  keepCart(
    @CurrentCustomer() caller: CustomerCaller,
    @ZParam('storeId') storeId: string,
    @ZBody(CartInput) input: z.output<typeof CartInput>,
    @CallerLanguage() language: Language,
  ): Promise<CartView> {
    return this.quotes.keepCart(caller.customerId, storeId, input, language);
  }

  @Post('quotes')
  @Public()
  @Says('What a choice would cost now, step by step; its hash is what an order is submitted with')
  @Answers(QuoteView)
  async quote(@ZBody(QuoteInput) input: QuoteInput, @CallerLanguage() language: Language): Promise<QuoteView> {
    return quoteView((await this.quotes.quote(input)).quote, language);
  }

  @Post('orders')
  @Customer()
  @Says('Order what was quoted; the stock is yours for 15 minutes')
  @Answers(OrderView, 201)
  async submit(
    @CurrentCustomer() caller: CustomerCaller,
    @IdempotencyKey() key: string,
    @ZBody(SubmitOrder) input: z.output<typeof SubmitOrder>,
    @CallerLanguage() language: Language,
  ): Promise<OrderView> {
    const id = await this.submission.submit(caller.customerId, key, input, language);
    return this.queries.ofCustomer(caller.customerId, id, language);
  }

  @Get('orders')
  @Customer()
  @Says('Your orders, the newest first')
  @Answers(pageOf(OrderView))
  list(
    @CurrentCustomer() caller: CustomerCaller,
    @ZQuery(ListOrders) input: z.output<typeof ListOrders>,
    @CallerLanguage() language: Language,
  ): Promise<PageOf<OrderView>> {
    return this.queries.listOfCustomer(caller.customerId, input, language);
  }

  @Get('orders/:id')
  @Customer()
  @Says('One of your orders')
  @Answers(OrderView)
  one(@CurrentCustomer() caller: CustomerCaller, @ZParam('id') id: string, @CallerLanguage() language: Language): Promise<OrderView> {
    return this.queries.ofCustomer(caller.customerId, id, language);
  }

  @Post('orders/:id/cancel')
  @Customer()
  @Says('Cancel your order before the store accepts it; what was paid goes back')
  @Answers(OrderView)
  async cancel(
    @CurrentCustomer() caller: CustomerCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<OrderView> {
    await this.service.cancelByCustomer(caller.customerId, id);
    return this.queries.ofCustomer(caller.customerId, id, language);
  }

  @Post('orders/:id/pay')
  @Customer()
  @Says('What wx.requestPayment takes to pay the order')
  @Answers(PaymentParams)
  pay(@CurrentCustomer() caller: CustomerCaller, @ZParam('id') id: string): Promise<z.output<typeof PaymentParams>> {
    return this.service.pay(caller.customerId, id);
  }

  @Post('orders/:id/check-payment')
  @Customer()
  @Says('Ask WeChat whether the order is paid, after the payment sheet said so')
  @Answers(OrderView)
  async checkPayment(
    @CurrentCustomer() caller: CustomerCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<OrderView> {
    await this.service.checkPayment(caller.customerId, id);
    return this.queries.ofCustomer(caller.customerId, id, language);
  }
}
