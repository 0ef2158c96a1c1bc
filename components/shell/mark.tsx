/** Keyferry's mark: a key on the water. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="128" height="128" rx="28" />
      <circle className="mark-key" cx="38" cy="52" r="17" />
      <path className="mark-key" d="M55 52h47M82 52v17M98 52v13" />
      <path className="mark-water" d="M18 94c12 0 12 8 23 8s12-8 23-8 12 8 23 8 12-8 23-8" />
    </svg>
  );
}
