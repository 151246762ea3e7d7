/** The office's name, with the sign of the portal. */
export const Mark = () => (
  <span className="mark">
    <span className="mark-sign" aria-hidden="true">
      公
    </span>
    <span>
      政府信息公开<span className="mark-part">办公端</span>
    </span>
  </span>
);
