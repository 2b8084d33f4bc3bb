// <family-plan-board>: what a host page can rely on. Whatever is not named here may change.

/** Why the board could not be shown, or why it stopped. Other codes are those of the service: /problems/{code}. */
export type BoardFailure =
  /** The page's policy does not allow wasm, or not the address it comes from. */
  | 'wasm-blocked-csp'
  /** A file came, but not as what it is: a wrong content type, or a page in its place. */
  | 'wasm-mime'
  /** A file did not come. The board tries again when the browser is back on the net. */
  | 'wasm-network'
  /** The browser is too old. */
  | 'wasm-unsupported'
  /** The board crashed more often than it starts itself again. */
  | 'wasm-panic'
  /** Another version of this script was on the page first; that one is used. */
  | 'duplicate-version';

/** Ids only, never words that somebody wrote. All events bubble and leave the shadow root. */
export interface BoardEventMap {
  /** The plan is on the screen. */
  'fpb-ready': CustomEvent<Record<string, never>>;
  /** `recoverable`: the board goes on trying, or the reader has a button for it. */
  'fpb-error': CustomEvent<{ code: BoardFailure | string; recoverable: boolean }>;
  /** A person at this screen moved a card. Cells are written as `Column.Lane`; positions count from 1. */
  'fpb-move': CustomEvent<{ card: string; from: string; to: string; position: number }>;
  /** A person at this screen changed something. */
  'fpb-change': CustomEvent<{ change: string }>;
  /** Everything this person wrote is on the server's disk. */
  'fpb-saved': CustomEvent<Record<string, never>>;
  /** Whether the board talks with the server now. */
  'fpb-sync': CustomEvent<{ state: 'live' | 'offline' }>;
  /** The session is over. Set `token` again. */
  'fpb-need-token': CustomEvent<Record<string, never>>;
}

export type BoardToken = string | (() => Promise<string>);

export class FamilyPlanBoard extends HTMLElement {
  /** The build; also the name of the folder beside the script. */
  static readonly version: string;

  /** The plan's id. Attribute `plan`. */
  plan: string;
  /** Where the service is. Attribute `src`; without it, the origin that this script came from. */
  src: string;
  /** Attribute `mode`: `edit`, `view`, or `present` for a large screen in a meeting. */
  mode: 'edit' | 'view' | 'present';
  /** Attribute `readonly`. */
  readonly: boolean;
  /** Attribute `theme`: `auto` or `high-contrast`. */
  theme: 'auto' | 'high-contrast';
  /** Attribute `color-scheme`: `auto` follows the device. */
  colorScheme: 'auto' | 'light' | 'dark';
  /** A session, or a function that gets one. Without it the browser's own cookie counts (our own pages). */
  token: BoardToken | undefined;

  readonly readyState: 'idle' | 'loading' | 'ready' | 'offline' | 'error';
  /** Settles with the first `fpb-ready`; rejects where the board gives up. */
  readonly ready: Promise<void>;

  addEventListener<K extends keyof BoardEventMap>(
    type: K,
    listener: (this: FamilyPlanBoard, event: BoardEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof BoardEventMap>(
    type: K,
    listener: (this: FamilyPlanBoard, event: BoardEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The attributes, for templates that are checked. `lang` and `dir` are the ordinary ones and are followed. */
export interface BoardAttributes {
  plan: string;
  src?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  mode?: 'edit' | 'view' | 'present';
  readonly?: boolean | '';
  theme?: 'auto' | 'high-contrast';
  'color-scheme'?: 'auto' | 'light' | 'dark';
  /** `lazy` waits until the board is near the screen. */
  loading?: 'lazy' | 'eager';
  /** The folder that holds this script and the build's folder; without it, where this script came from. */
  'assets-base'?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'family-plan-board': FamilyPlanBoard;
  }
  namespace JSX {
    interface IntrinsicElements {
      'family-plan-board': BoardAttributes & { [attribute: string]: unknown };
    }
  }
}
