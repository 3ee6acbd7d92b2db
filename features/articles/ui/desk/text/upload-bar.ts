/** What stands in the text while a file is on its way. */
export interface UploadBar {
  element: HTMLElement;
  show(share: number): void;
  wait(waiting: boolean): void;
  onCancel(cancel: () => void): void;
  /** Says why it is not there; true when it is to be sent again, false when it is to go. */
  asks(sentence: string): Promise<boolean>;
}

/** Plain elements: it is drawn by ProseMirror, between the blocks of the text. */
export function uploadBar(name: string, doing: 'Uploading' | 'Fetching' = 'Uploading'): UploadBar {
  const element = document.createElement('div');
  element.className = 'upload-bar';
  element.contentEditable = 'false';
  const words = document.createElement('span');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', `${doing} ${name}`);
  const cancel = button(`Cancel`, `Cancel: ${name}`);
  const sending = () => {
    words.textContent = `${doing} ${name}`;
    element.replaceChildren(words, bar, cancel);
  };
  sending();
  return {
    element,
    show: (share) => {
      // Sent is not kept yet: the server still looks at it.
      if (share < 1) bar.value = share;
      else bar.removeAttribute('value');
    },
    wait: (waiting) => {
      words.textContent = waiting ? `No connection. ${name} goes on by itself` : `${doing} ${name}`;
    },
    onCancel: (given) => {
      cancel.onclick = given;
    },
    asks: (sentence) =>
      new Promise((resolve) => {
        words.textContent = `${name}: ${sentence}`;
        words.setAttribute('role', 'alert');
        const [again, away] = [
          button('Try again', `Try again: ${name}`),
          button('Remove', `Remove: ${name}`),
        ];
        again.onclick = () => {
          words.removeAttribute('role');
          sending();
          resolve(true);
        };
        away.onclick = () => resolve(false);
        element.replaceChildren(words, again, away);
      }),
  };
}

function button(text: string, label: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'upload-bar-button';
  element.textContent = text;
  element.setAttribute('aria-label', label);
  return element;
}
