// What is copied of a page is what a spreadsheet takes: figures without the spaces or commas that part their thousands, a table's cells parted by tabs, no marks of where they come from.
'use strict';
(() => {
  const french = document.documentElement.lang.startsWith('fr');
  const grouped = french ? /\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)/g : /\d{1,3}(?:,\d{3})+(?!\d)/g;
  const plain = text => text.replace(grouped, figure => figure.replace(/\D/g, '')).replace(/\u2212(?=\d)/g, '-');

  const words = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.prov, .sr' + (cell.classList.contains('num') ? ', small' : '')).forEach(part => part.remove());
    return plain(copy.textContent).replace(/\s+/g, ' ').trim();
  };

  const within = (selection, selector) => {
    const common = selection.getRangeAt(0).commonAncestorContainer;
    return (common.nodeType === Node.ELEMENT_NODE ? common : common.parentElement).closest(selector);
  };

  document.addEventListener('copy', event => {
    const selection = document.getSelection();
    if (!event.clipboardData || selection.isCollapsed || /^(?:INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      return;
    }
    const table = within(selection, 'table');
    const text = table
      ? [...table.rows].map(row => [...row.cells].filter(cell => selection.containsNode(cell, true)).map(words).join('\t')).filter(row => row !== '').join('\n')
      : plain(selection.toString());
    event.clipboardData.setData('text/plain', within(selection, '.num') ? text.replace(/^[^\d-]+(?=[\d-])/, '') : text);
    event.preventDefault();
  });

  // A figure is one word, whatever parts its thousands.
  document.addEventListener('dblclick', event => {
    const figure = event.target.closest('.num');
    if (figure && !event.target.closest('a, button, input')) {
      document.getSelection().selectAllChildren(figure);
    }
  });
})();
