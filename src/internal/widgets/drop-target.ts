/** What takes files that are dropped on it, so that the page does not open them instead. */
export const dropTarget = {
  handleOver(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.add('dropping');
  },
  handleLeave(event: DragEvent): void {
    const target = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node && target.contains(event.relatedTarget))) target.classList.remove('dropping');
  },
  handleDrop(readFiles: (files: readonly File[]) => void): (event: DragEvent) => void {
    return (event) => {
      (event.currentTarget as HTMLElement).classList.remove('dropping');
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) readFiles(files);
    };
  },
};

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
