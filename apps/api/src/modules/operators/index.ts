export { OperatorsModule } from './operators.module.js';
export { Colleagues } from './operator-colleagues.js';
