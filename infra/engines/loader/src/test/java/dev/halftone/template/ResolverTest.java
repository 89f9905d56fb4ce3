package dev.halftone.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
    private static final URI QUEUES = URI.create("http://127.0.0.1:8092");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Stage | local",
                "{ Ref: Stage } | local",
                "!Ref Colour | blue",
                "!Ref Things | halftone-Things",
                "!GetAtt Things.Arn"
                        + " | arn:aws:dynamodb:us-east-1:000000000000:table/halftone-Things",
                "!Ref Work | http://127.0.0.1:8092/000000000000/work-local",
                "!GetAtt Work.QueueName | work-local",
                "!Sub 'a-${Stage}-${Things}-${!Literal}' | a-local-halftone-Things-${Literal}",
                "!Sub ['${x}/${Stage}', { x: !Ref Colour }] | blue/local",
                "!Join ['-', [a, !Ref Stage]] | a-local",
                "!If [IsLocal, !Ref Colour, other] | blue",
                "!If [IsCloud, here, !Ref Colour] | blue",
                "!GetAtt Inner.Outputs.Name | inner-local",
                "!Sub 'https://${Inner.Outputs.Name}.${AWS::URLSuffix}'"
                        + " | https://inner-local.amazonaws.com",
                "true | true",
                "5 | 5"
            })
    void evaluatesTheIntrinsicsInUse(String written, String evaluated) throws IOException {
        Stack stack = stack(written);

        String value = stack.resolver().text(variable(stack), "the variable X");

        assertThat(value).isEqualTo(evaluated);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Split [',', 'a,b'] | Unknown intrinsic Fn::Split in the variable X",
                "{ 'Fn::Cidr': [a] } | Unknown intrinsic Fn::Cidr in the variable X",
                "!Ref Nowhere | Nothing here answers Nowhere.Ref in the variable X",
                "!GetAtt Things.StreamLabel"
                        + " | Nothing here answers Things.StreamLabel in the variable X",
                "!Ref Required"
                        + " | The parameter Required has no value, asked for by the variable X",
                "!If [Unheard, a, b] | Unknown condition Unheard in the variable X"
            })
    void refusesWhatItCannotEvaluateByName(String written, String message) throws IOException {
        Stack stack = stack(written);

        assertThatThrownBy(() -> stack.resolver().text(variable(stack), "the variable X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void leavesOutWhatHasNoValue() throws IOException {
        Stack stack = stack("{ a: !Ref 'AWS::NoValue', b: [!Ref 'AWS::NoValue', c] }");

        Map<String, Object> value = stack.resolver().map(variable(stack), "the variable X");

        assertThat(value).isEqualTo(Map.of("b", List.of("c")));
    }

    @Test
    void findsTheStacksItNests() throws IOException {
        List<Stack> stacks = stack("x").withNested();

        assertThat(stacks).hasSize(2);
        assertThat(stacks.getLast().parameters()).isEqualTo(Map.of("Stage", "local"));
    }

    private static Object variable(Stack stack) {
        return stack.template().section("Metadata").getOrDefault("Value", "");
    }

    private Stack stack(String value) throws IOException {
        Files.writeString(
                folder.resolve("inner.yaml"),
                """
                Parameters:
                  Stage: { Type: String }
                Outputs:
                  Name:
                    Value: !Sub inner-${Stage}
                """);
        Path file = folder.resolve("template.yaml");
        Files.writeString(
                file,
                """
                Metadata:
                  Value: %s
                Parameters:
                  Stage: { Type: String }
                  Required: { Type: String }
                  Colour: { Type: String, Default: blue }
                Conditions:
                  IsLocal: !And [!Equals [!Ref Stage, local], !Not [!Condition IsCloud]]
                  IsCloud: !Equals [!Ref Stage, prod]
                Resources:
                  Things:
                    Type: AWS::DynamoDB::Table
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub work-${Stage}
                  Inner:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: inner.yaml
                      Parameters:
                        Stage: !Ref Stage
                """
                        .formatted(value));
        return new Stack(Template.read(file), Map.of("Stage", "local"), QUEUES);
    }
}
