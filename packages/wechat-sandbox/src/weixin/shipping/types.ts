/** One parcel, or the one line of a shipment without parcels. */
export interface Parcel {
  trackingNo: string;
  expressCompany: string;
  itemDesc: string;
  /** Masked phone numbers; empty when not given. */
  consignorContact: string;
  receiverContact: string;
  /** As it was sent, in milliseconds. */
  uploadTime: number;
}

/** What the shop reported about a paid order, and what became of it (发货信息管理). */
export interface Shipping {
  transactionId: string;
  /** 1 express, 2 same-city, 3 virtual, 4 self-pickup; 0 before the first report. */
  logisticsType: number;
  /** 1 unified, 2 split; 0 before the first report. */
  deliveryMode: number;
  parcels: Parcel[];
  /** Whether all of the present report is there. */
  finished: boolean;
  /** 0, 1, or 2 after the one correction. */
  finishCount: number;
  /** The newest `upload_time`, in milliseconds: it must grow. */
  lastUploadTime: number | null;
  shippedAt: number | null;
  /** When it is confirmed by itself. */
  autoConfirmAt: number | null;
  confirmedAt: number | null;
  confirmedBy: 'customer' | 'time' | null;
  settledAt: number | null;
  /** Whether the customer was asked to confirm (确认收货提醒), which is done once. */
  reminded: boolean;
  /** Whether the shop was told that it ships late. */
  lateTold: boolean;
  /** 预售 until then; null for a usual order. */
  delayTo: number | null;
  /** A test order need not be shipped. */
  test: boolean;
  inComplaint: boolean;
}

/** 合单: orders that were paid at once. */
export interface CombinedOrder {
  combineOutTradeNo: string;
  transactionId: string;
  outTradeNos: string[];
}
