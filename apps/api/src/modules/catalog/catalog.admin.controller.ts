import { Controller, Delete, Get, Patch, Post, Put, Req, Res } from '@nestjs/common';
import {
  CategoryInput,
  CategoryView,
  ImportReport,
  ListProducts,
  pageOf,
  type PageOf,
  ProductInput,
  ProductView,
  SetAvailability,
  SetStock,
  VariantView,
} from '@pailou/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { patchOf } from '../../platform/http/patch-of.js';
import { readUpload, TakesUpload } from '../../platform/http/upload.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { Storage } from '../../platform/storage/storage.js';
import { CatalogTransfer } from './catalog-transfer.service.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogService } from './catalog.service.js';

const csvBytes = 5 * 1024 * 1024;
const pictureBytes = 10 * 1024 * 1024;
const DryRun = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
});
const StoredPicture = z.strictObject({ url: z.string() });

@Controller('admin')
export class CatalogAdminController {
  constructor(
    private readonly queries: CatalogQueries,
    private readonly service: CatalogService,
    private readonly storage: Storage,
    private readonly transfer: CatalogTransfer,
  ) {}

  @Get('categories')
  @Operator('catalog:read')
  @Says('Categories in their order')
  @Answers(z.array(CategoryView))
  categories(): Promise<CategoryView[]> {
    return this.queries.categories();
  }

  @Post('categories')
  @Operator('catalog:write')
  @Says('Make a category')
  @Answers(CategoryView, 201)
  createCategory(@CurrentOperator() caller: OperatorCaller, @ZBody(CategoryInput) input: CategoryInput): Promise<CategoryView> {
    return this.service.createCategory(caller, input);
  }

  @Put('categories/:id')
  @Operator('catalog:write')
  @Says('Change a category')
  @Answers(CategoryView)
  updateCategory(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(CategoryInput) input: CategoryInput,
  ): Promise<CategoryView> {
    return this.service.updateCategory(caller, id, input);
  }

  @Delete('categories/:id')
  @Operator('catalog:write')
  @Says('Delete a category; its products stay')
  @Answers(null, 204)
  deleteCategory(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.service.deleteCategory(caller, id);
  }

  @Get('products')
  @Operator('catalog:read')
  @Says('Products; archived ones only when asked for')
  @Answers(pageOf(ProductView))
  products(@ZQuery(ListProducts) query: z.output<typeof ListProducts>): Promise<PageOf<ProductView>> {
    return this.queries.products(query);
  }

  @Get('products/export')
  @Operator('catalog:read')
  @Says('All products as a product CSV of Shopify')
  @Answers('text/csv')
  async export(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="products.csv"')
      .send(await this.transfer.export());
  }

  @Post('products/import')
  @Operator('catalog:write')
  @TakesUpload()
  @Says('Import a product CSV of Shopify, at most 5 MB; a dry run unless `dryRun=false`')
  @Answers(ImportReport)
  async import(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(DryRun) { dryRun }: z.output<typeof DryRun>,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    const { bytes } = await readUpload(request, { maxBytes: csvBytes });
    return this.transfer.import(caller, bytes, dryRun);
  }

  @Post('products')
  @Operator('catalog:write')
  @Says('Make a product')
  @Answers(ProductView, 201)
  create(@CurrentOperator() caller: OperatorCaller, @ZBody(ProductInput) input: ProductInput): Promise<ProductView> {
    return this.service.create(caller, input);
  }

  @Get('products/:id')
  @Operator('catalog:read')
  @Says('One product, whole')
  @Answers(ProductView)
  one(@ZParam('id') id: string): Promise<ProductView> {
    return this.queries.product(id);
  }

  @Patch('products/:id')
  @Operator('catalog:write')
  @Says('Change the fields that are sent')
  @Answers(ProductView)
  update(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(patchOf(ProductInput)) changes: Partial<ProductInput>,
  ): Promise<ProductView> {
    return this.service.update(caller, id, changes);
  }

  @Delete('products/:id')
  @Operator('catalog:write')
  @Says('Delete a product that no open order holds')
  @Answers(null, 204)
  delete(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.service.delete(caller, id);
  }

  @Post('products/:id/availability')
  @Operator('catalog:write')
  @Says('Hide at a store, or sold out there for today')
  @Answers(ProductView)
  setAvailability(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(SetAvailability) input: z.output<typeof SetAvailability>,
  ): Promise<ProductView> {
    return this.service.setAvailability(caller, id, input);
  }

  @Post('variants/:id/stock')
  @Operator('catalog:write')
  @Says('Count a variant anew')
  @Answers(VariantView)
  setStock(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(SetStock) { stock }: z.output<typeof SetStock>,
  ): Promise<VariantView> {
    return this.service.setStock(caller, id, stock);
  }

  @Post('pictures')
  @Operator('catalog:write')
  @TakesUpload()
  @Says('Keep a picture, at most 10 MB, for products and stores')
  @Answers(StoredPicture, 201)
  async picture(@Req() request: FastifyRequest): Promise<z.output<typeof StoredPicture>> {
    const { bytes } = await readUpload(request, { maxBytes: pictureBytes });
    return { url: await this.storage.savePicture('products', bytes) };
  }
}
