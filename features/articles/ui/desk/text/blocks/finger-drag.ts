import type { EditorView } from '@tiptap/pm/view';
import { liftBlock, putDown } from './lift-block';

/** How long a finger rests on a grip before it carries, in milliseconds: sooner, it pushes the page along as anywhere else. */
export const restMs = 250;
/** By how many pixels a resting finger may stray. */
const slop = 10;
/** How near to the upper and lower edge of the window, in pixels, what is carried makes the page follow. */
const nearEdge = 120;

/** From the middle of a grip into the text beside it, in pixels. */
const besideGrip = 36;

interface Place {
  clientX: number;
  clientY: number;
}

/**
 * Lets a finger that rests on the grip carry the block that `from` gives, for a touch begins no drag by itself. Where it
 * goes is told to the text by the very events that a mouse makes, so that one way drops. Gives what ends the listening.
 */
export function fingerDrag(view: EditorView, grip: HTMLElement, from: () => number): () => void {
  let at: Place | null = null;
  let begunAt = 0;
  let carries = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const carry = () => {
    carries = true;
    grip.dataset.carries = '';
    navigator.vibrate?.(10);
    liftBlock(view, from());
    frame = requestAnimationFrame(follow);
  };
  const follow = () => {
    const by = at ? beyondEdge(at) / 4 : 0;
    if (by !== 0) scrollBy(0, by);
    if (at && by !== 0) tell(view, 'dragover', at);
    frame = requestAnimationFrame(follow);
  };
  const end = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    if (carries) {
      view.dom.dispatchEvent(new DragEvent('dragend'));
      putDown(view);
    }
    carries = false;
    at = null;
    grip.draggable = true;
    delete grip.dataset.carries;
  };

  const start = (event: TouchEvent) => {
    end();
    const touch = event.touches[0];
    if (!touch || event.touches.length > 1) return;
    at = touch;
    begunAt = event.timeStamp;
    // Some browsers begin a drag of their own when a finger rests long enough.
    grip.draggable = false;
    timer = setTimeout(carry, restMs);
  };
  const move = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (!at || !touch) return;
    // On a busy page the timer may go off before it is heard that the finger has long moved.
    const rests = carries && event.timeStamp - begunAt >= restMs;
    if (!rests) {
      if (Math.hypot(touch.clientX - at.clientX, touch.clientY - at.clientY) > slop) end();
      return;
    }
    event.preventDefault();
    at = touch;
    tell(view, 'dragover', at);
  };
  const drop = (event: TouchEvent) => {
    // No press follows that would open the menu.
    if (carries) event.preventDefault();
    if (carries && at) tell(view, 'drop', at);
    end();
  };
  const noMenu = (event: Event) => at && event.preventDefault();

  grip.addEventListener('touchstart', start, { passive: true });
  // Heard before the page moves; else it could not be kept from moving once the finger carries.
  grip.addEventListener('touchmove', move, { passive: false });
  grip.addEventListener('touchend', drop);
  grip.addEventListener('touchcancel', end);
  grip.addEventListener('contextmenu', noMenu);
  return () => {
    end();
    grip.removeEventListener('touchstart', start);
    grip.removeEventListener('touchmove', move);
    grip.removeEventListener('touchend', drop);
    grip.removeEventListener('touchcancel', end);
    grip.removeEventListener('contextmenu', noMenu);
  };
}

const beyondEdge = ({ clientY }: Place): number =>
  Math.min(clientY - nearEdge, 0) + Math.max(clientY - (innerHeight - nearEdge), 0);

/** The finger is where the grip is, beside the text: what counts is the place in the text next to it. */
function tell(view: EditorView, kind: 'dragover' | 'drop', { clientX, clientY }: Place): void {
  const { left, right, top, bottom } = view.dom.getBoundingClientRect();
  const inward = getComputedStyle(view.dom).direction === 'rtl' ? -besideGrip : besideGrip;
  view.dom.dispatchEvent(
    new DragEvent(kind, {
      clientX: Math.min(Math.max(clientX + inward, left + 1), right - 1),
      clientY: Math.min(Math.max(clientY, top + 1), bottom - 1),
      bubbles: true,
      cancelable: true,
      dataTransfer: new DataTransfer(),
    }),
  );
}
