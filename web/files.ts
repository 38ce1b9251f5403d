/** Takes graph files that are dropped anywhere on the page; gives back a function that asks for one. */
export function acceptFiles(take: (text: string, name: string) => void): () => void {
  const read = async (file: File | null | undefined): Promise<void> => {
    if (file) take(await file.text(), file.name);
  };
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (on: boolean): void => {
    document.documentElement.classList.toggle('dropping', on);
  };
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(false);
    void read(event.dataTransfer?.files[0]);
  });
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.hidden = true;
  input.addEventListener('change', () => {
    void read(input.files?.[0]);
    input.value = '';
  });
  document.body.append(input);
  return () => input.click();
}
