import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Which ticket the arrow leads to, by column and row; undefined at the edge. Columns may be empty. */
export function neighbour(
  sizes: readonly number[],
  at: { column: number; row: number } | null,
  key: string,
): { column: number; row: number } | undefined {
  const filled = sizes.flatMap((size, column) => (size > 0 ? [column] : []));
  if (filled.length === 0) return undefined;
  if (!at) return { column: filled[0]!, row: 0 };
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const row = at.row + (key === 'ArrowDown' ? 1 : -1);
    return row >= 0 && row < sizes[at.column]! ? { column: at.column, row } : undefined;
  }
  const column = key === 'ArrowRight' ? filled.find((one) => one > at.column) : filled.findLast((one) => one < at.column);
  return column === undefined ? undefined : { column, row: Math.min(at.row, sizes[column]! - 1) };
}

/** The arrow keys walk over the tickets; Enter presses the next step of the one that is marked. */
export function useBoardKeys(board: Readonly<Ref<HTMLElement | null>>): void {
  const doors = (section: Element) => [...section.querySelectorAll<HTMLElement>('.ticket .main, .ticket:not(:has(.main)) .details')];
  function onKey(event: KeyboardEvent): void {
    const outside = event.target instanceof HTMLElement && event.target.closest('input, textarea, .el-select, .el-drawer, .el-dialog');
    if (!board.value || outside || !event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return;
    const columns = [...board.value.querySelectorAll('section')].map(doors);
    const column = columns.findIndex((one) => one.some((door) => door.closest('.ticket')?.contains(document.activeElement)));
    const row = columns[column]?.findIndex((door) => door.closest('.ticket')?.contains(document.activeElement)) ?? -1;
    const to = neighbour(
      columns.map((one) => one.length),
      row < 0 ? null : { column, row },
      event.key,
    );
    if (!to) return;
    event.preventDefault();
    columns[to.column]![to.row]!.focus();
  }
  onMounted(() => addEventListener('keydown', onKey));
  onBeforeUnmount(() => removeEventListener('keydown', onKey));
}
