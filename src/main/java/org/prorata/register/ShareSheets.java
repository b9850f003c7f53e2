package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.calc.Split;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.register.ShareSheet.Check;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Refused;
import org.prorata.web.Said;
import org.prorata.web.Today;

/** Lays out the form that updates shares: what is typed, beside what stands. */
@ApplicationScoped
class ShareSheets {

    private static final int ROWS = 3;
    private static final int MOST_ROWS = 1_000;
    private static final int PERCENT_DECIMALS = 9;
    private static final BigInteger HUNDRED_PERCENT = BigInteger.TEN.pow(PERCENT_DECIMALS + 2);
    private static final int MOST_TOLD = 20;

    @Inject Register register;
    @Inject MoveShares moveShares;
    @Inject ReplaceOpening replaceOpening;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Today today;
    final RegisterText text = Language.texts(RegisterText.class);

    /** What stands just before, in minor units by handle, and what the shares must add up to. */
    private record Held(Map<String, BigInteger> before, BigInteger total) {
        BigInteger sum() {
            return before.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    private record Ground(OpenDeal open, LocalDate opens, List<Lender> lenders, TypedShares read, Held held) {
        Terms terms() {
            return open.terms();
        }

        String grouped(BigInteger minor) {
            return Formats.grouped(Money.ofMinor(minor, terms().currency()).grouped());
        }
    }

    /** The form with nothing typed but what an address chose. */
    @Transactional
    ShareSheet first(OpenDeal open, ShareTyped.Choices choices) {
        ShareTyped typed = choices.from == null ? ShareTyped.of(choices) : again(open, choices.from);
        if (!ReplaceOpening.KIND.equals(typed.kind) && (typed.on == null || typed.on.isBlank())) {
            LocalDate now = today.today(open.zone());
            LocalDate opens = register.opening(open.id());
            typed.on = (now.isBefore(opens) ? opens : now).toString();
        }
        return sheet(open, typed, List.of(), null);
    }

    private ShareTyped again(OpenDeal open, UUID from) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id())
                && (found.kind().equals(MoveShares.KIND) || found.kind().equals(ReplaceOpening.KIND))).orElseThrow(NotThere::new);
        return ShareTyped.of(proposal.kind(), approvals.payload(proposal), proposal.reason(), proposal.reference());
    }

    /** The form with what was typed, and what is wrong with it beside the fields. */
    @Transactional
    ShareSheet sheet(OpenDeal open, ShareTyped typed, List<Problem> problems, Refused refused) {
        ShareSheet.Pasted pasted = pasted(open, typed);
        Ground ground = ground(open, typed);
        String tranche = ground.read().form().tranche();
        List<Option> tranches = new ArrayList<>(List.of(new Option("", text.allTranches())));
        ground.terms().tranches().forEach(one -> tranches.add(new Option(one.id(), one.name().value())));
        String on = ReplaceOpening.KIND.equals(ground.read().kind()) ? ground.opens().toString() : typed.on == null ? "" : typed.on;
        Held held = ground.held();
        return new ShareSheet(open.slug(), ground.read().kind(), on, TypedShares.date(on).orElse(null), ground.opens(), ground.terms().currency().getCurrencyCode(),
                tranche == null ? "" : tranche, tranches, ground.read().form().unit(), rows(ground, typed, problems), fresh(ground, typed, problems),
                held == null ? null : ground.grouped(held.total()), held == null ? null : ground.grouped(held.sum()), check(ground), text(typed.reason),
                text(typed.reference), version(open), typed.keyAgain(problems), new Problems(beside(ground, problems)), refused, pasted);
    }

    private ShareSheet.Pasted pasted(OpenDeal open, ShareTyped typed) {
        if (!typed.pastes()) {
            return new ShareSheet.Pasted(text(typed.pasted), null, List.of(), 0);
        }
        PastedShares read = PastedShares.read(typed.pasted, Lender.of(open.id(), null), "percent".equals(typed.unit), text);
        typed.takes(read);
        return new ShareSheet.Pasted(read.left(), read.values().size(), read.notes(), read.untold());
    }

    /** Only what the sum and the rules say to what is typed. */
    @Transactional
    Check checked(OpenDeal open, ShareTyped typed) {
        Ground ground = ground(open, typed);
        Check check = check(ground);
        if (!ground.read().dateRead() || ground.held() == null) {
            return check;
        }
        List<Problem> problems = approvals.check(open.id(), ground.read().kind(), payload(ground.read()));
        List<String> told = beside(ground, problems.stream().filter(problem -> !"sum".equals(problem.field())).toList()).stream().map(problem -> who(ground, problem) + Said.of(problem.message())).limit(MOST_TOLD).toList();
        return new Check(check.sum(), check.of(), check.missing(), check.tooMuch(), told);
    }

    /** What to propose; problems where not even that can be read. */
    TypedShares read(ShareTyped typed) {
        return TypedShares.read(typed);
    }

    JsonNode payload(TypedShares read) {
        return json.valueToTree(read.form());
    }

    private long version(OpenDeal open) {
        return DealVersion.current(open.id()).orElseThrow(NotThere::new);
    }

    private Ground ground(OpenDeal open, ShareTyped typed) {
        TypedShares read = TypedShares.read(typed);
        List<Lender> lenders = Lender.of(open.id(), null);
        LocalDate opens = register.opening(open.id());
        return new Ground(open, opens, lenders, read, held(open, read, lenders, opens));
    }

    private Held held(OpenDeal open, TypedShares read, List<Lender> lenders, LocalDate opens) {
        Terms terms = open.terms();
        String tranche = read.form().tranche();
        if (tranche != null && terms.tranches().stream().map(Tranche::id).noneMatch(tranche::equals)) {
            return null;
        }
        if (read.kind().equals(ReplaceOpening.KIND)) {
            Map<UUID, String> handles = new HashMap<>();
            lenders.forEach(lender -> handles.put(lender.id(), lender.handle()));
            return new Held(replaceOpening.before(open.id(), read.form(), handles), ReplaceOpening.total(read.form(), terms));
        }
        if (read.form().on() == null || read.form().on().isBefore(opens)) {
            return null;
        }
        Map<String, BigInteger> before = moveShares.before(open.id(), read.form(), terms, lenders);
        return new Held(before, before.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    private List<ShareSheet.Row> rows(Ground ground, ShareTyped typed, List<Problem> problems) {
        Map<String, Integer> typedAt = new HashMap<>();
        for (int i = 0; i < ShareTyped.size(typed.lender); i++) {
            typedAt.putIfAbsent(ShareTyped.at(typed.lender, i), i);
        }
        Map<String, String> wrong = new HashMap<>();
        problems.forEach(problem -> wrong.putIfAbsent(problem.field(), Said.of(problem.message())));
        Map<String, String> prefilled = prefilled(ground);
        Map<String, String> percent = percentages(ground);
        List<ShareSheet.Row> rows = new ArrayList<>();
        for (Lender lender : ground.lenders()) {
            Integer at = typedAt.get(lender.handle());
            String was = prefilled.getOrDefault(lender.handle(), "");
            boolean untouched = at == null || typed.was != null && ShareTyped.at(typed.value, at).equals(ShareTyped.at(typed.was, at));
            String before = ground.held() == null ? null : ground.grouped(ground.held().before().getOrDefault(lender.handle(), BigInteger.ZERO));
            String problem = at == null ? null : wrong.getOrDefault("shares[" + at + "].value", wrong.get("shares[" + at + "].lender"));
            rows.add(new ShareSheet.Row(lender.handle(), lender.name(), before, percent.get(lender.handle()), untouched ? was : ShareTyped.at(typed.value, at), was, problem));
        }
        return rows;
    }

    private Map<String, String> prefilled(Ground ground) {
        if (ground.held() == null) {
            return Map.of();
        }
        if (ground.read().form().inPercent()) {
            return percentages(ground);
        }
        Map<String, String> amounts = new HashMap<>();
        ground.lenders().forEach(lender -> amounts.put(lender.handle(), ground.grouped(ground.held().before().getOrDefault(lender.handle(), BigInteger.ZERO))));
        return amounts;
    }

    /** Nine decimals that add up to exactly 100, so that a form left as it is can be sent. */
    private static Map<String, String> percentages(Ground ground) {
        Held held = ground.held();
        if (held == null || held.sum().signum() <= 0 || held.before().values().stream().anyMatch(amount -> amount.signum() < 0)) {
            return Map.of();
        }
        Map<String, BigInteger> inOrder = new LinkedHashMap<>();
        ground.lenders().forEach(lender -> inOrder.put(lender.handle(), held.before().getOrDefault(lender.handle(), BigInteger.ZERO)));
        BigInteger[] slices = Split.withoutCarry(HUNDRED_PERCENT, inOrder.values().toArray(BigInteger[]::new)).slices();
        Map<String, String> percentages = new HashMap<>();
        int i = 0;
        for (String handle : inOrder.keySet()) {
            percentages.put(handle, Formats.inForm(new BigDecimal(slices[i++], PERCENT_DECIMALS).toPlainString()));
        }
        return percentages;
    }

    private static List<ShareSheet.NewRow> fresh(Ground ground, ShareTyped typed, List<Problem> problems) {
        int more = "1".equals(typed.more) ? ROWS : 0;
        int count = Math.min(MOST_ROWS, Math.max(1, ShareTyped.size(typed.newLender)) + more);
        List<ShareSheet.NewRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = ground.read().freshRow().indexOf(i);
            String field = "shares[" + (ground.read().existing() + at) + "].";
            Problems of = new Problems(at < 0 ? List.of() : problems);
            rows.add(new ShareSheet.NewRow(ShareTyped.at(typed.newLender, i), ShareTyped.at(typed.newName, i), ShareTyped.at(typed.newValue, i), of.of(field + "lender"),
                    of.of(field + "name"), of.of(field + "value")));
        }
        return rows;
    }

    private Check check(Ground ground) {
        Held held = ground.held();
        if (held == null) {
            return new Check(null, null, null, null, List.of());
        }
        boolean percent = ground.read().form().inPercent();
        String of = percent ? "100 %" : ground.grouped(held.total());
        if (ground.read().form().shares().isEmpty()) {
            boolean asHeld = percent || held.sum().equals(held.total());
            return new Check(asHeld ? of : null, of, null, null, List.of());
        }
        ShareTargets targets = ShareTargets.read(ground.read().form(), ground.lenders(), held.total(), ground.terms().currency());
        if (targets.problems().stream().anyMatch(problem -> problem.field().startsWith("shares"))) {
            return new Check(null, of, null, null, targets.problems().stream().filter(problem -> problem.field().startsWith("shares"))
                    .map(problem -> who(ground, problem) + Said.of(problem.message())).limit(MOST_TOLD).toList());
        }
        BigDecimal missing = (percent ? BigDecimal.valueOf(100) : new BigDecimal(held.total())).subtract(targets.sum());
        String difference = percent ? Formats.inForm(missing.abs().stripTrailingZeros().toPlainString()) + " %" : ground.grouped(missing.abs().toBigIntegerExact());
        String sum = percent ? Formats.grouped(targets.sum().stripTrailingZeros().toPlainString()) + " %" : ground.grouped(targets.sum().toBigIntegerExact());
        return new Check(sum, of, missing.signum() > 0 ? difference : null, missing.signum() < 0 ? difference : null, List.of());
    }

    /** Whose share a problem is of, as a beginning of a sentence. */
    private static String who(Ground ground, Problem problem) {
        String field = problem.field() == null ? "" : problem.field();
        if (!field.matches("shares\\[\\d+\\].*")) {
            return "";
        }
        ShareForm.Share share = ground.read().form().shares().get(Integer.parseInt(field.replaceAll("\\D", "")));
        String name = ground.lenders().stream().filter(lender -> lender.handle().equals(share.lender())).map(Lender::name).findFirst()
                .orElse(share.name() == null || share.name().isBlank() ? share.lender() : share.name());
        return name + (problem.value() == null || problem.value().isBlank() ? ": " : ", " + problem.value() + ": ");
    }

    /** Those of a field stay with it; the others are told above the form. */
    private List<Problem> beside(Ground ground, List<Problem> problems) {
        return problems.stream().map(problem -> switch (problem.field() == null ? "" : problem.field()) {
            case "sum" -> new Problem(null, null, text.sum() + ": " + Formats.inForm(problem.value()) + " " + Said.of(problem.message()));
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "shares", "payload", "unit" -> new Problem(null, null, named(ground, problem.value()) + Said.of(problem.message()));
            default -> problem;
        }).toList();
    }

    private static String named(Ground ground, String handle) {
        return handle == null ? "" : ground.lenders().stream().filter(lender -> lender.handle().equals(handle)).map(Lender::name).findFirst().orElse(handle) + " ";
    }

    private static String text(String words) {
        return words == null ? "" : words;
    }
}
