import { defineTexts } from '../../lib/i18n';

export const t = defineTexts({
  goingLive: ['上线检查', 'Going live'],
  hint: [
    '开门前要对的每一件事，现在就看。命令行里是 pnpm doctor。',
    'Everything that must be right before customers come, looked at now. On the command line: pnpm doctor.',
  ],
  go: ['去设置', 'Set it'],
  again: ['再查一遍', 'Look again'],
  fine: ['正常', 'Fine'],
  todo: ['要处理', 'To do'],
  unknown: ['要人确认', 'To confirm'],
  summary: ['{fine} 项正常，{todo} 项要处理，{unknown} 项要人确认', '{fine} fine, {todo} to do, {unknown} to confirm'],
});
