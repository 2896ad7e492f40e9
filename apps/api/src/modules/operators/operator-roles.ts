import { permissions, type Permission } from '@pailou/contracts';

/** A role that comes with the product. It is kept equal to this table at every start. */
export interface BuiltInRole {
  key: 'owner' | 'manager' | 'cashier' | 'kitchen' | 'marketing' | 'support';
  name: string;
  permissions: readonly Permission[];
}

export const builtInRoles: readonly BuiltInRole[] = [
  { key: 'owner', name: '店主 Owner', permissions },
  {
    key: 'manager',
    name: '店长 Manager',
    permissions: [
      'orders:read',
      'orders:handle',
      'orders:refund',
      'catalog:read',
      'catalog:write',
      'stores:read',
      'stores:write',
      'customers:read',
      'operators:manage',
      'figures:read',
      'payments:read',
      'payments:reconcile',
      'shipping:handle',
      'conversations:handle',
      'content:review',
    ],
  },
  { key: 'cashier', name: '收银 Cashier', permissions: ['orders:read', 'orders:handle', 'catalog:read', 'stores:read', 'figures:read'] },
  { key: 'kitchen', name: '后厨 Kitchen', permissions: ['orders:read', 'orders:handle', 'catalog:read', 'stores:read'] },
  {
    key: 'marketing',
    name: '营销 Marketing',
    permissions: ['catalog:read', 'catalog:write', 'stores:read', 'customers:read', 'figures:read'],
  },
  {
    key: 'support',
    name: '客服 Support',
    permissions: [
      'orders:read',
      'orders:refund',
      'catalog:read',
      'stores:read',
      'customers:read',
      'payments:read',
      'shipping:handle',
      'conversations:handle',
      'content:review',
    ],
  },
];
