/** The companies' entrance in a page of another site: `<script type="module" src="https://…/company-entry.js"></script>`. */
export interface CompanyEntrySent {
  /** The number under which the signal was taken. */
  signalId: string;
}

export interface CompanyEntryElement extends HTMLElement {
  /** `da` or `en`; without it the language of the element around it. */
  lang: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "company-entry": CompanyEntryElement;
  }
  interface HTMLElementEventMap {
    /** Somebody has sent what they have room for, and it was taken. */
    "company-entry-sent": CustomEvent<CompanyEntrySent>;
  }
}
