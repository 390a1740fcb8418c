import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { FormEvent, useEffect, useId, useState } from 'react';
import { useSuggestions } from './useSuggestions';
import styles from './advisories.module.css';

type SearchFormProps = {
  value: string;
  onSearch(text: string): void;
};

/** One box for an advisory, a package or a package with a range of versions. */
export function SearchForm({ value, onSearch }: SearchFormProps) {
  const [text, setText] = useState(value);
  const inputId = useId();
  const hintId = useId();
  const listId = useId();
  const suggestions = useSuggestions(text);
  useEffect(() => setText(value), [value]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form role="search" className={styles.form} onSubmit={submit}>
      <label htmlFor={inputId} className={styles.label}>
        Advisory, package or package URL
      </label>
      <div className={styles.row}>
        <input
          id={inputId}
          type="search"
          list={listId}
          className={styles.input}
          value={text}
          placeholder="CVE-2021-44228, or log4j-core < 2.17"
          aria-describedby={hintId}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setText(event.target.value)}
        />
        <Button
          type="submit"
          variant="primary"
          iconStart={<RiSearchLine aria-hidden="true" />}
        >
          Search
        </Button>
      </div>
      <datalist id={listId}>
        {suggestions.map(({ name, purl, type }) => (
          <option key={purl ?? name} value={name} label={type || undefined} />
        ))}
      </datalist>
      <p id={hintId} className={styles.hint}>
        A package alone means every version. Ranges: <code>&lt; 2.17</code>,{' '}
        <code>&gt;=2.0 &lt;2.17</code>, <code>=1.2.3</code>, joined by{' '}
        <code>||</code>.
      </p>
    </form>
  );
}
