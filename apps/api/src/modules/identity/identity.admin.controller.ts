import { Controller, Get } from '@nestjs/common';
import { CustomerView, Page, pageOf, type PageOf } from '@pailou/contracts';
import { z } from 'zod';
import { Operator } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { IdentityQueries } from './identity.queries.js';

const ListCustomers = Page.extend({ q: z.string().trim().max(60).optional() });

@Controller('admin/customers')
export class IdentityAdminController {
  constructor(private readonly queries: IdentityQueries) {}

  @Get()
  @Operator('customers:read')
  @Says('Customers, newest first')
  @Answers(pageOf(CustomerView))
  list(@ZQuery(ListCustomers) query: z.output<typeof ListCustomers>): Promise<PageOf<CustomerView>> {
    return this.queries.customers(query);
  }

  @Get(':id')
  @Operator('customers:read')
  @Says('One customer')
  @Answers(CustomerView)
  one(@ZParam('id') id: string): Promise<CustomerView> {
    return this.queries.customer(id);
  }
}
