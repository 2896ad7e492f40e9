/** Some of the carriers of get_delivery_list. */
export const deliveryCompanies = [
  ['SF', '顺丰速运'],
  ['STO', '申通快递'],
  ['ZTO', '中通快递'],
  ['YTO', '圆通速递'],
  ['YD', '韵达速递'],
  ['EMS', 'EMS'],
  ['YZPY', '邮政快递包裹'],
  ['JD', '京东快递'],
  ['JTSD', '极兔速递'],
  ['DBL', '德邦快递'],
  ['HTKY', '百世快递'],
  ['UC', '优速快递'],
  ['FWX', '丰网速运'],
  ['CNSD', '菜鸟速递'],
].map(([id = '', name = '']) => ({ delivery_id: id, delivery_name: name }));
