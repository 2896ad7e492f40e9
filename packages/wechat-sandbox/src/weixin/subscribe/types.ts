/** A template the merchant chose (个人模板). */
export interface PrivateTemplate {
  priTmplId: string;
  /** 0 for one that was entered by hand. */
  tid: number;
  title: string;
  /** 2 one-time, 3 long-term. */
  type: 2 | 3;
  sceneDesc: string;
  keywords: { key: string; name: string; example: string; allowed: string[] }[];
}

/** What one customer allowed for one template. */
export interface Subscription {
  openid: string;
  templateId: string;
  /** One-time permissions that are left: each accept adds one, each message takes one. */
  left: number;
  /** True after the accept of a long-term template. */
  longTerm: boolean;
  /** 总是保持以上选择: no pop-up comes any more. */
  keep: 'accept' | 'reject' | null;
}

/** An entry of the customer's 服务通知. */
export interface ServiceMessage {
  /** 64-bit number, as digits. */
  msgId: string;
  openid: string;
  kind: 'subscribe' | 'shipping';
  templateId: string;
  title: string;
  lines: { label: string; value: string }[];
  /** What a tap opens, with its query; empty when nothing. */
  page: string;
  /** `developer`, `trial` or `formal`. */
  miniprogramState: string;
  lang: string;
  at: number;
  /** When the customer last tapped it. */
  openedAt: number | null;
}
